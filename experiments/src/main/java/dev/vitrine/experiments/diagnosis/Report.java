package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.report.ChartWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What all diagnoses say of a run.
 *
 * @param faults that it has
 * @param clear the faults there is no sign of
 * @param notRecorded the faults that the run does not hold enough to tell
 */
public record Report(List<Fault> faults, List<String> clear, List<String> notRecorded) {
    /**
     * A fault of a run.
     *
     * @param name as in {@code dead-filters}, also that of the chart
     * @param found what was found
     */
    public record Fault(String name, Answer.Found found) {}

    /** Copies the lists. */
    public Report {
        faults = List.copyOf(faults);
        clear = List.copyOf(clear);
        notRecorded = List.copyOf(notRecorded);
    }

    /** Asks every diagnosis. */
    public static Report of(Evidence evidence) {
        List<Fault> faults = new ArrayList<>();
        List<String> clear = new ArrayList<>();
        List<String> notRecorded = new ArrayList<>();
        for (Diagnosis diagnosis : Diagnosis.all()) {
            Answer answer = diagnosis.examine(evidence);
            if (answer instanceof Answer.Found found) {
                faults.add(new Fault(diagnosis.fault(), found));
            } else {
                (answer instanceof Answer.Clear ? clear : notRecorded).add(diagnosis.fault());
            }
        }
        return new Report(faults, clear, notRecorded);
    }

    /** The names of the faults that it has. */
    public List<String> names() {
        return faults.stream().map(Fault::name).toList();
    }

    /** Draws a chart for each fault. */
    public void draw(Path folder) throws IOException {
        for (Fault fault : faults) {
            ChartWriter.write(fault.found().chart(), folder, "diagnosis-" + fault.name());
        }
    }
}
