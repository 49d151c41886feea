package dev.vitrine.experiments.showcase;

import dev.vitrine.engine.io.HostArray;
import dev.vitrine.experiments.recipe.InputAxis;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.SmallMultiples;
import dev.vitrine.experiments.report.SmallMultiples.Mark;
import dev.vitrine.experiments.report.Tiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The weights of a layer: what each of its filters looks for. */
final class Filters {
    private static final int MOST_FILTERS = 32;
    private static final int COLUMNS = 8;
    private static final int WIDE_COLUMNS = 2;

    private Filters() {}

    /** The filters of a first layer, [O, C, K], [O, C, H, W] or [O, F], on one scale. */
    static Chart first(HostArray weight, List<InputAxis> axes) {
        return switch (weight.shape().rank()) {
            case 3 -> weight.shape().size(1) == 1 ? taps(weight) : channelsByTap(weight, axes.get(0));
            case 4 -> squares(weight);
            default -> dense(weight, axes.get(axes.size() - 1).label());
        };
    }

    private static String few(HostArray weight) {
        int filters = weight.shape().size(0);
        return filters <= MOST_FILTERS
                ? "The %d filters of the first layer".formatted(filters)
                : "The first %d of %d filters of the first layer".formatted(MOST_FILTERS, filters);
    }

    private static int count(HostArray weight) {
        return Math.min(MOST_FILTERS, weight.shape().size(0));
    }

    private static double[] filter(HostArray weight, int o) {
        int each = weight.values().length / weight.shape().size(0);
        return Arrays.copyOfRange(weight.values(), o * each, (o + 1) * each);
    }

    private static SmallMultiples taps(HostArray weight) {
        double[] x = new double[weight.shape().size(2)];
        Arrays.setAll(x, k -> k);
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        for (int o = 0; o < count(weight); o++) {
            panels.add(new SmallMultiples.Panel("filter " + o, x, filter(weight, o)));
        }
        Mark mark = x.length < 10 ? Mark.STEM : Mark.CURVE;
        return new SmallMultiples(few(weight), "tap (samples)", "weight", COLUMNS / 2, mark, panels);
    }

    private static Tiles channelsByTap(HostArray weight, InputAxis channels) {
        int taps = weight.shape().size(2);
        List<Tiles.Matrix> matrices = new ArrayList<>();
        for (int o = 0; o < count(weight); o++) {
            double[] flat = filter(weight, o);
            double[][] byTap = new double[taps][flat.length / taps];
            for (int i = 0; i < flat.length; i++) {
                byTap[i % taps][i / taps] = flat[i];
            }
            matrices.add(new Tiles.Matrix("filter " + o, byTap));
        }
        return new Tiles(few(weight), "tap (frames)", channels.label(), "weight", WIDE_COLUMNS, matrices);
    }

    private static Tiles squares(HostArray weight) {
        int inputs = weight.shape().size(1);
        int height = weight.shape().size(2);
        List<Tiles.Matrix> matrices = new ArrayList<>();
        for (int o = 0; o < count(weight); o++) {
            double[] flat = filter(weight, o);
            matrices.add(Tiles.Matrix.ofFlat("filter " + o, flat, inputs * height));
        }
        String rows = inputs == 1 ? "tap (rows)" : "tap (rows), input channels below one another";
        return new Tiles(few(weight), rows, "tap (columns)", "weight", COLUMNS, matrices);
    }

    /** A dense layer lies on its side: it has more units than a page has room for below one another. */
    private static Tiles dense(HostArray weight, String features) {
        int units = weight.shape().size(0);
        int inputs = weight.shape().size(1);
        double[][] turned = new double[inputs][units];
        for (int i = 0; i < weight.values().length; i++) {
            turned[i % inputs][i / inputs] = weight.values()[i];
        }
        return new Tiles(
                "All %,d weights of the first layer".formatted(weight.values().length),
                features,
                "unit",
                "weight",
                1,
                List.of(new Tiles.Matrix("weight", turned)));
    }
}
