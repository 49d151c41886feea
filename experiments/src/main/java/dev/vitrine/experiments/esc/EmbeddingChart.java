package dev.vitrine.experiments.esc;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.PrincipalAxes;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.report.Scatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Where the test clips of the first fold lie before the last layer, which parts them by planes. */
final class EmbeddingChart {
    private EmbeddingChart() {}

    static Scatter of(TrainedRun run, Material material) {
        List<Labelled> clips =
                Split.named(material.clips(), run.config().splits().get(0).test());
        Lens lens = run.lens(material, 0);
        Network network = run.network(0);
        List<double[]> rows =
                clips.stream().map(clip -> beforeTheLast(network, lens, clip)).toList();
        PrincipalAxes axes = PrincipalAxes.of(rows);
        return new Scatter(
                "What the network makes of %d clips that it has not learned from, before its last layer"
                        .formatted(clips.size()),
                label(1, axes),
                label(2, axes),
                groups(run.config().classes(), clips, axes));
    }

    private static String label(int number, PrincipalAxes axes) {
        return String.format(
                Locale.ROOT,
                "principal component %d (%.0f %% of the variance)",
                number,
                100 * axes.shares()[number - 1]);
    }

    private static List<Scatter.Group> groups(List<String> classes, List<Labelled> clips, PrincipalAxes axes) {
        List<Scatter.Group> groups = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            int wanted = label;
            int[] mine = IntStream.range(0, clips.size())
                    .filter(i -> clips.get(i).label() == wanted)
                    .toArray();
            groups.add(new Scatter.Group(
                    classes.get(label),
                    IntStream.of(mine).mapToObj(i -> clips.get(i).name()).toList(),
                    IntStream.of(mine).mapToDouble(i -> axes.points()[i][0]).toArray(),
                    IntStream.of(mine).mapToDouble(i -> axes.points()[i][1]).toArray()));
        }
        return groups;
    }

    /** What goes into the last dense layer. */
    private static double[] beforeTheLast(Network network, Lens lens, Labelled clip) {
        network.mode(Mode.EVALUATION);
        List<double[]> last = new ArrayList<>();
        try (Scope scope = network.device().inference()) {
            Tensor x = Tensor.of(
                    network.device(), lens.inputs(1), lens.views(clip).get(0).values());
            network.forward(x, (path, module, in, out) -> {
                if (module instanceof Linear) {
                    last.clear();
                    last.add(in.toDoubles());
                }
            });
        }
        return last.get(0);
    }
}
