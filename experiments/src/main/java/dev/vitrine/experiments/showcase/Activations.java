package dev.vitrine.experiments.showcase;

import dev.vitrine.engine.io.HostArray;
import dev.vitrine.experiments.recipe.InputAxis;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.SmallMultiples;
import dev.vitrine.experiments.report.SmallMultiples.Mark;
import dev.vitrine.experiments.report.Tiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a layer put out for one input, channel by channel, all on one scale. */
final class Activations {
    /** More are too small to see on a page; those that rise highest are shown. */
    private static final int MOST_CHANNELS = 16;

    private static final int MOST_POINTS = 400;
    private static final int COLUMNS = 4;

    private final List<InputAxis> axes;

    /**
     * Pictures over the axes of an input.
     *
     * @param axes of the input, the batch axis left out
     */
    Activations(List<InputAxis> axes) {
        this.axes = axes;
    }

    /** A picture of [1, C, L], [1, C, H, W] or [1, C]. */
    Chart chart(String title, HostArray out) {
        return switch (out.shape().rank()) {
            case 3 -> curves(title, out);
            case 4 -> maps(title, out);
            default -> units(title, out);
        };
    }

    private static String shown(String title, int[] channels, int all) {
        return channels.length == all
                ? title
                : "%s; the %d of %d channels that rise highest".formatted(title, channels.length, all);
    }

    /** The channels to be shown, in order. */
    private static int[] channels(HostArray out) {
        int count = out.shape().size(1);
        int each = out.values().length / count;
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -highest(out.values(), c * each, (c + 1) * each)))
                .limit(MOST_CHANNELS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static double highest(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).max().orElseThrow();
    }

    private SmallMultiples curves(String title, HostArray out) {
        int length = out.shape().size(2);
        int every = (length + MOST_POINTS - 1) / MOST_POINTS;
        InputAxis axis = axes.get(axes.size() - 1);
        double[] places = axis.places(length);
        int[] channels = channels(out);
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        for (int c : channels) {
            int points = (length + every - 1) / every;
            double[] x = new double[points];
            double[] y = new double[points];
            for (int i = 0; i < points; i++) {
                int end = Math.min(length, (i + 1) * every);
                x[i] = places[i * every];
                y[i] = highest(out.values(), c * length + i * every, c * length + end);
            }
            panels.add(new SmallMultiples.Panel("channel " + c, x, y));
        }
        String label = every == 1 ? "activation" : "activation (highest of %d neighbours)".formatted(every);
        Mark mark = length < 20 ? Mark.STEM : Mark.CURVE;
        return new SmallMultiples(
                shown(title, channels, out.shape().size(1)), axis.label(), label, COLUMNS, mark, panels);
    }

    private Tiles maps(String title, HostArray out) {
        int[] channels = channels(out);
        int height = out.shape().size(2);
        int width = out.shape().size(3);
        List<Tiles.Matrix> maps = new ArrayList<>();
        for (int c : channels) {
            double[] map = Arrays.copyOfRange(out.values(), c * height * width, (c + 1) * height * width);
            maps.add(new Tiles.Matrix("channel " + c, highAtTheTop(map, height, width)));
        }
        return new Tiles(
                shown(title, channels, out.shape().size(1)), rows(height), columns(width), "activation", COLUMNS, maps);
    }

    /** What an axis counts rises upward, as in a spectrogram. */
    double[][] highAtTheTop(double[] map, int height, int width) {
        InputAxis axis = axes.get(axes.size() - 2);
        double[][] rows = Tiles.Matrix.ofFlat("", map, height).values().clone();
        if (axis.to() > axis.from()) {
            for (int h = 0; h < height; h++) {
                rows[h] = Arrays.copyOfRange(map, (height - 1 - h) * width, (height - h) * width);
            }
        }
        return rows;
    }

    String rows(int height) {
        InputAxis axis = axes.get(axes.size() - 2);
        return "%s, the highest at the top; a row spans %s".formatted(axis.what(), step(axis, height));
    }

    String columns(int width) {
        InputAxis axis = axes.get(axes.size() - 1);
        return "%s; a column spans %s".formatted(axis.what(), step(axis, width));
    }

    private static String step(InputAxis axis, int count) {
        double step = axis.step(count);
        return axis.unit().equals("s")
                ? String.format(Locale.ROOT, "%.0f ms", 1000 * step)
                : String.format(Locale.ROOT, "%.3g", step).replaceFirst("\\.?0+$", "")
                        + (axis.unit().isEmpty() ? "" : " " + axis.unit());
    }

    private static SmallMultiples units(String title, HostArray out) {
        double[] x = new double[out.values().length];
        Arrays.setAll(x, i -> i);
        return new SmallMultiples(
                title,
                "unit",
                "activation",
                1,
                Mark.STEM,
                List.of(new SmallMultiples.Panel("all units", x, out.values())));
    }
}
