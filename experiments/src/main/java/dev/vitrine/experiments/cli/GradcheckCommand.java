package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.gradcheck.Case;
import dev.vitrine.experiments.gradcheck.Cases;
import dev.vitrine.experiments.gradcheck.OpCheck;
import dev.vitrine.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code vitrine gradcheck}: are the gradients right, on this machine? */
@Parameters(commandDescription = "Check the gradient of every operation against central differences.")
final class GradcheckCommand implements Command {
    @Parameter(names = "--op", placeholder = "NAME", description = "One operation; all if left out.")
    private @Nullable String op;

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    private final Map<String, List<Case>> cases;

    GradcheckCommand() {
        this(Cases.byOp());
    }

    GradcheckCommand(Map<String, List<Case>> cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "gradcheck";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("", "Every operation."),
                new Example("--op conv1d --device java", "The convolution's loops."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "For every element of every input: (f(x + h) - f(x - h)) / 2h in double precision, beside what the"
                        + " backward walk gives on the device. The worst is shown, relative to max(1, |expected|).");
    }

    @Override
    public void run(Console console, StopSignal stop) {
        Map<String, List<Case>> chosen = chosen();
        List<OpCheck.Row> failed = new ArrayList<>();
        try (Device opened = DeviceChoice.open(device, console);
                JavaDevice differences = new JavaDevice()) {
            OpCheck check = new OpCheck(opened, differences);
            List<List<String>> table = new ArrayList<>();
            for (List<Case> each : chosen.values()) {
                for (OpCheck.Row row : check.run(each)) {
                    boolean good = row.worst().error() <= check.tolerance();
                    if (!good) {
                        failed.add(row);
                    }
                    table.add(List.of(
                            row.op(),
                            row.worst().argument(),
                            String.format(Locale.ROOT, "%.1e", row.worst().error()),
                            row.where(),
                            good ? "ok" : "WRONG"));
                }
            }
            console.say(new TextTable(List.of("operation", "argument", "worst error", "where", ""), table).render());
            console.say(String.format(
                    Locale.ROOT,
                    "%d %s on %s; allowed %.0e",
                    chosen.size(),
                    chosen.size() == 1 ? "operation" : "operations",
                    opened.name(),
                    check.tolerance()));
        }
        if (!failed.isEmpty()) {
            throw new RunFailure(line(failed.get(0), failed.size()));
        }
    }

    private Map<String, List<Case>> chosen() {
        if (op == null) {
            return cases;
        }
        List<Case> one = cases.get(op);
        if (one == null) {
            throw new UserError(
                    "--op " + op + ": no such operation; expected one of " + String.join(", ", cases.keySet()));
        }
        return Map.of(op, one);
    }

    private static String line(OpCheck.Row row, int count) {
        return String.format(
                Locale.ROOT,
                "%s: %s: expected %s, got %s%s",
                row.op(),
                row.where(),
                row.worst().expected(),
                row.worst().got(),
                count == 1 ? "" : "; " + count + " arguments are wrong");
    }
}
