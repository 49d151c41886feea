package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.experiments.diagnosis.Evidence;
import dev.vitrine.experiments.diagnosis.Report;
import dev.vitrine.experiments.recipe.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vitrine diagnose}: why a result is what it is. */
@Parameters(commandDescription = "Say why the result of a run is what it is, with the chart that proves it.")
final class DiagnoseCommand implements Command {
    @Parameter(placeholder = "RUN", description = "The run folder.")
    private List<String> words = new ArrayList<>();

    @Parameter(names = "--out", placeholder = "DIR", description = "Where charts go; the run's charts if left out.")
    private @Nullable Path out;

    @Override
    public String name() {
        return "diagnose";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("runs/cats-dogs-20260101-120000", "What is wrong with this run, and how one sees it."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Only the run folder is read: neither data nor a device is needed. docs/diagnose.md says how each"
                        + " fault is measured.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        RunFolder folder = RunArgument.only(name(), words);
        Report report = Report.of(Evidence.of(folder));
        Path charts = out == null ? folder.charts() : out;
        report.draw(charts);
        for (Report.Fault fault : report.faults()) {
            say(console, fault);
            console.say("  chart: " + charts.resolve("diagnosis-" + fault.name() + ".png"));
            console.say("");
        }
        list(console, report.faults().isEmpty() ? "healthy; no sign of: " : "no sign of: ", report.clear());
        list(console, "not recorded: ", report.notRecorded());
    }

    private static void list(Console console, String start, List<String> faults) {
        if (!faults.isEmpty()) {
            console.say(Wrapped.of(start, String.join(", ", faults)));
        }
    }

    /** What is said at the end of training, where something is wrong. */
    static void atTheEnd(Console console, RunFolder folder) throws IOException {
        Report report = Report.of(Evidence.of(folder));
        if (!report.faults().isEmpty()) {
            report.faults().forEach(fault -> say(console, fault));
            console.say("charts that prove it: vitrine diagnose " + folder.path());
        }
    }

    private static void say(Console console, Report.Fault fault) {
        console.say("! " + fault.name());
        console.say(Wrapped.of("  ", fault.found().sentence()));
        console.say(Wrapped.of("  ", fault.found().advice()));
    }
}
