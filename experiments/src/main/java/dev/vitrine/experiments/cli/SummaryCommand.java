package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.experiments.model.Input;
import dev.vitrine.experiments.model.NamedNetwork;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code vitrine summary}: what a network consists of. */
@Parameters(commandDescription = "Show a network layer by layer: shapes, weights, work, receptive field.")
final class SummaryCommand implements Command {
    private static final int BATCH = 32;

    @Parameter(placeholder = "NETWORK", description = "One of the names below.")
    private List<String> network = new ArrayList<>();

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("cats-dogs", "The network of 3,041 weights."),
                new Example("nsynth-original", "The network of 59 million weights, nearly all in one layer."));
    }

    @Override
    public List<String> notes() {
        return NetworkArgument.notes();
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        NamedNetwork chosen = NetworkArgument.of(name(), network);
        try (Device device = Devices.open("java")) {
            Summary summary = Summary.of(chosen.on(device, 1), chosen.input().batch(1));
            console.say(chosen.word() + " on " + chosen.input().meaning() + " "
                    + chosen.input().shape());
            console.say(table(summary, chosen.input()));
            console.say(totals(summary, chosen.input()));
        }
    }

    /** The columns about time are left out where the last axis of the input is not time. */
    private static String table(Summary summary, Input input) {
        boolean inTime = input.stepMilliseconds().isPresent();
        List<String> header = new ArrayList<>(List.of("layer", "type", "output", "weights", "mul-adds"));
        if (inTime) {
            header.addAll(List.of("sees", "ms"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Summary.Row row : summary.rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    row.path(),
                    row.type(),
                    row.out().toString(),
                    number(row.trainable()),
                    row.multiplyAdds() == 0 ? "-" : number(row.multiplyAdds())));
            if (inTime) {
                cells.addAll(
                        slides(row, input)
                                ? List.of(number(row.receptiveField()), milliseconds(row, input, "%.1f"))
                                : List.of("all", "all"));
            }
            rows.add(cells);
        }
        return new TextTable(header, rows).render();
    }

    /** Whether the layer's outputs still stand along the time axis. */
    private static boolean slides(Summary.Row row, Input input) {
        return row.out().rank() == input.shape().rank() + 1;
    }

    private static String milliseconds(Summary.Row row, Input input, String format) {
        return String.format(
                Locale.ROOT,
                format,
                row.receptiveField() * input.stepMilliseconds().orElseThrow());
    }

    private static String totals(Summary summary, Input input) {
        List<String> lines = new ArrayList<>();
        lines.add(number(summary.trainable()) + " weights are trained; " + number(summary.total())
                + " values in all, with running statistics.");
        lines.add(String.format(Locale.ROOT, "%.2f million multiply-adds for one item.", summary.multiplyAdds() / 1e6));
        if (input.stepMilliseconds().isPresent()) {
            summary.rows().stream()
                    .filter(row -> slides(row, input))
                    .reduce((row, later) -> later)
                    .ifPresent(row -> lines.add("One unit of " + row.path() + ", the last layer along time, sees "
                            + number(row.receptiveField()) + " of "
                            + number(input.shape().size(input.shape().rank() - 1)) + " places ("
                            + milliseconds(row, input, "%.0f") + " ms)."));
        }
        long activations =
                summary.rows().stream().mapToLong(row -> row.out().elements()).sum();
        lines.add(String.format(
                Locale.ROOT,
                "Activations of a batch of %d: %.1f MB in float32.",
                BATCH,
                BATCH * activations * 4 / 1e6));
        return String.join(System.lineSeparator(), lines);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
