package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.CatsDogs;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.model.CatsDogsNet;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code vitrine summary}: what a network consists of. */
@Parameters(commandDescription = "Show a network layer by layer: shapes, weights, work, receptive field.")
final class SummaryCommand implements Command {
    private static final int BATCH = 32;

    @Parameter(placeholder = "EXPERIMENT", description = "cats-dogs")
    private List<String> experiment = new ArrayList<>();

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("cats-dogs", "The network of 3,041 weights."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (!experiment.equals(List.of("cats-dogs"))) {
            throw new UserError("summary: expected the experiment cats-dogs, got "
                    + (experiment.isEmpty() ? "nothing" : String.join(" ", experiment)));
        }
        try (Device device = Devices.open("java")) {
            Network network = Network.of(device, new CatsDogsNet(), 1);
            Summary summary = Summary.of(network, Shape.of(1, 1, CatsDogsNet.INPUT_LENGTH));
            console.say(table(summary));
            console.say(totals(summary));
        }
    }

    private static String table(Summary summary) {
        List<List<String>> rows = new ArrayList<>();
        for (Summary.Row row : summary.rows()) {
            rows.add(List.of(
                    row.path(),
                    row.type(),
                    row.out().toString(),
                    number(row.trainable()),
                    row.multiplyAdds() == 0 ? "-" : number(row.multiplyAdds()),
                    number(row.receptiveField()),
                    String.format(Locale.ROOT, "%.1f", 1000.0 * row.receptiveField() / CatsDogs.SAMPLE_RATE)));
        }
        return new TextTable(List.of("layer", "type", "output", "weights", "mul-adds", "sees", "ms"), rows).render();
    }

    private static String totals(Summary summary) {
        long activations =
                summary.rows().stream().mapToLong(row -> row.out().elements()).sum();
        return String.format(
                Locale.ROOT,
                """
                %s weights are trained; %s values in all, with running statistics.
                %.2f million multiply-adds for one second of sound.
                One unit of the last layer sees %s samples (%.0f ms).
                Activations of a batch of %d: %.1f MB in float32.""",
                number(summary.trainable()),
                number(summary.total()),
                summary.multiplyAdds() / 1e6,
                number(lastField(summary)),
                1000.0 * lastField(summary) / CatsDogs.SAMPLE_RATE,
                BATCH,
                BATCH * activations * 4 / 1e6);
    }

    private static int lastField(Summary summary) {
        return summary.rows().get(summary.rows().size() - 1).receptiveField();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
