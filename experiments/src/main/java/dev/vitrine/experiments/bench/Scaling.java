package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import dev.vitrine.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a step costs in batches of 1 to 64, and on signals of a sixteenth to four times the work's length.
 *
 * @param lengths none where the work's input is no signal
 */
public record Scaling(Work work, String device, int batch, List<Point> batches, List<Point> lengths) {
    private static final int[] BATCHES = {1, 2, 4, 8, 16, 32, 64};
    private static final int MOST_LENGTH = 4;
    private static final int LEAST_LENGTH = 16;

    public Scaling {
        batches = List.copyOf(batches);
        lengths = List.copyOf(lengths);
    }

    /**
     * One measurement.
     *
     * @param size items in the batch, or samples of each item
     */
    public record Point(int size, Timing step) {}

    /** Times steps of all sizes. */
    public static Scaling measure(Work work, Device device, Effort effort) {
        Shape item = work.network().input().shape();
        List<Point> batches = new ArrayList<>();
        for (int size : BATCHES) {
            batches.add(point(size, new Step(work, device, size, item, 1), effort));
        }
        List<Point> lengths = new ArrayList<>();
        boolean signal = item.rank() == 2;
        int whole = signal ? item.size(1) : 0;
        for (int size = whole / LEAST_LENGTH; signal && size <= MOST_LENGTH * whole; size *= 2) {
            Shape longer = Shape.of(item.size(0), size);
            lengths.add(point(size, new Step(work, device, work.batch(), longer, 1), effort));
        }
        return new Scaling(work, device.description(), work.batch(), batches, lengths);
    }

    private static Point point(int size, Step step, Effort effort) {
        return new Point(size, Timing.measure(step::run, effort));
    }

    /** By file name. */
    public Map<String, Chart> charts() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        String stem = work.name().toLowerCase(Locale.ROOT);
        charts.put(stem + "-by-batch", chart("items in a batch", "the batch", batches));
        if (!lengths.isEmpty()) {
            charts.put(
                    stem + "-by-length",
                    chart("samples of an item (" + batch + " items in a batch)", "the length", lengths));
        }
        return charts;
    }

    private Chart chart(String axis, String what, List<Point> points) {
        double[] sizes = points.stream().mapToDouble(Point::size).toArray();
        Point last = points.get(points.size() - 1);
        return new LineChart(
                work + ": what a training step costs, by " + what,
                axis,
                "time of a step (ms)",
                List.of(
                        new Series(
                                "measured",
                                sizes,
                                values(points, point -> point.step().median())),
                        new Series("in proportion", sizes, values(points, point -> proportional(last, point)))));
    }

    private static double[] values(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    /** What a point would take if the largest were the rule. */
    private static double proportional(Point last, Point point) {
        return last.step().median() * point.size() / last.size();
    }

    /** A row for each size: milliseconds, and how much that is of what the largest would make of it. */
    public String table() {
        return work + " by batch\n" + rows("batch", batches)
                + (lengths.isEmpty() ? "" : "\n" + work + " by length\n" + rows("samples", lengths));
    }

    private static String rows(String size, List<Point> points) {
        Point last = points.get(points.size() - 1);
        List<List<String>> rows = new ArrayList<>();
        for (Point point : points) {
            rows.add(List.of(
                    Integer.toString(point.size()),
                    number(point.step().median()),
                    number(point.step().min()),
                    number(point.step().max()),
                    number(point.step().median() / proportional(last, point))));
        }
        return new TextTable(List.of(size, "median ms", "min ms", "max ms", "of proportional"), rows).render();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
