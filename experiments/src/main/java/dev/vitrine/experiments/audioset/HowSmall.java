package dev.vitrine.experiments.audioset;

import dev.vitrine.experiments.recipe.ClipBootstrap;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RocArea;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.Interval;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Scale;
import dev.vitrine.experiments.report.Series;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How few weights find a sound: models of all sizes, the networks and the linear ones, on the same held-out clips. */
public final class HowSmall {
    /** Regression on the mean of the first numbers. */
    static final String MEANS = "linear, on means";

    /** Regression on the mean and deviation of all numbers: the baseline. */
    static final String LOGISTIC = "logistic";

    /** 128 means, 128 deviations and a bias. */
    static final int LOGISTIC_WEIGHTS = 257;

    /** As for the baseline. */
    static final double PENALTY = Results.PENALTY;

    private static final double NORMAL_QUANTILE = 1.959963984540054;

    private final List<Point> points = new ArrayList<>();

    /**
     * One model on one sound.
     *
     * @param model as in {@code tiny}
     * @param balanced accuracy with its interval
     */
    record Point(String sound, String model, int weights, RocArea area, Interval balanced) {}

    static Point point(String sound, String model, int weights, List<ClipVerdict> verdicts) {
        ClipBootstrap.Range range = ClipBootstrap.ofBalancedAccuracy(verdicts);
        double balanced = Score.of(2, verdicts).balancedAccuracy();
        return new Point(
                sound,
                model,
                weights,
                RocArea.of(verdicts, AudiosetExperiment.SOUND),
                new Interval(balanced, range.low(), range.high()));
    }

    boolean knows(String sound) {
        return points.stream().anyMatch(point -> point.sound().equals(sound));
    }

    /** The baseline of a run, if it is not there yet. */
    void addLogistic(String sound, Results results) {
        if (points.stream()
                .noneMatch(point -> point.sound().equals(sound) && point.model().equals(LOGISTIC))) {
            add(point(sound, LOGISTIC, LOGISTIC_WEIGHTS, results.baselineVerdicts()));
        }
    }

    void add(Point point) {
        points.add(point);
    }

    void add(List<Point> more) {
        points.addAll(more);
    }

    HowSmall only(String sound) {
        HowSmall one = new HowSmall();
        one.add(points.stream().filter(point -> point.sound().equals(sound)).toList());
        return one;
    }

    /** As in {@code 0.968 (0.941 to 0.983)}. */
    static String words(Interval interval) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", interval.estimate(), interval.low(), interval.high());
    }

    private List<String> sounds() {
        return points.stream().map(Point::sound).distinct().toList();
    }

    /** The baseline and the networks, from few weights to many. */
    private List<String> models() {
        return points.stream()
                .filter(point -> !point.model().equals(MEANS))
                .sorted(Comparator.comparingInt(Point::weights))
                .map(Point::model)
                .distinct()
                .toList();
    }

    private List<Point> of(String model) {
        return points.stream().filter(point -> point.model().equals(model)).toList();
    }

    private double mean(List<Point> some) {
        return some.stream().mapToDouble(point -> point.area().area()).average().orElseThrow();
    }

    /** The mean over sounds, as if each were judged by clips of its own. */
    private Interval meanInterval(List<Point> some) {
        double variance = some.stream()
                .mapToDouble(point -> point.area().deviation() * point.area().deviation())
                .sum();
        double half = NORMAL_QUANTILE * Math.sqrt(variance) / some.size();
        double mean = mean(some);
        return new Interval(mean, mean - half, Math.min(1, mean + half));
    }

    /** All sounds by all models: area under the curve with its 95 % interval, then balanced accuracy. */
    public String table() {
        List<String> heads = new ArrayList<>(List.of("held-out clips"));
        heads.addAll(models());
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                "weights",
                models().stream()
                        .map(model -> String.format(
                                Locale.ROOT, "%,d", of(model).get(0).weights()))
                        .toList()));
        for (String sound : sounds()) {
            rows.add(row(sound, only(sound).cells(point -> words(point.area().interval()), models())));
        }
        rows.add(row(
                "mean AUC",
                models().stream().map(model -> words(meanInterval(of(model)))).toList()));
        rows.add(row(
                "mean balanced accuracy",
                models().stream()
                        .map(model -> String.format(
                                Locale.ROOT,
                                "%.1f %%",
                                100
                                        * of(model).stream()
                                                .mapToDouble(point ->
                                                        point.balanced().estimate())
                                                .average()
                                                .orElseThrow()))
                        .toList()));
        return new TextTable(heads, rows).render();
    }

    private List<String> cells(Function<Point, String> words, List<String> models) {
        return models.stream()
                .map(model -> of(model).stream().map(words).findFirst().orElse("-"))
                .toList();
    }

    private static List<String> row(String first, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(first));
        row.addAll(cells);
        return row;
    }

    /** Draws weights against area, the mean over all sounds; and where there are several, each sound's bars. */
    public void draw(Path folder) throws IOException {
        List<Series> curves = new ArrayList<>();
        if (points.stream().anyMatch(point -> point.model().equals(MEANS))) {
            curves.add(curve(MEANS, List.of(MEANS)));
        }
        List<String> sizes = models().stream()
                .filter(model -> Variant.sizes().stream().anyMatch(v -> v.word().equals(model)))
                .toList();
        if (!sizes.isEmpty()) {
            curves.add(curve(sizes.size() == 1 ? sizes.get(0) : "networks", sizes));
        }
        String image = Variant.IMAGE.word();
        if (models().contains(image)) {
            curves.add(curve(image, List.of(image)));
        }
        String whose = sounds().size() == 1 ? sounds().get(0) : "mean of " + sounds().size() + " sounds";
        ChartWriter.write(
                new LineChart(
                        "How small may it be? Weights against area under the curve, " + whose,
                        "weights",
                        "area under the curve",
                        curves,
                        List.of(new Level("logistic, 257 weights", mean(of(LOGISTIC)))),
                        Scale.LOGARITHMIC),
                folder,
                "how-small");
        if (sounds().size() > 1) {
            bySound(folder);
        }
    }

    private Series curve(String name, List<String> models) {
        List<Integer> weights = points.stream()
                .filter(point -> models.contains(point.model()))
                .map(Point::weights)
                .distinct()
                .sorted()
                .toList();
        double[] x = weights.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y = weights.stream()
                .mapToDouble(w -> mean(points.stream()
                        .filter(point -> models.contains(point.model()) && point.weights() == w)
                        .toList()))
                .toArray();
        return new Series(name, x, y);
    }

    private void bySound(Path folder) throws IOException {
        List<BarChart.Bars> groups = new ArrayList<>();
        for (String model : models()) {
            List<Point> some = of(model);
            groups.add(new BarChart.Bars(
                    model,
                    some.stream().mapToDouble(point -> point.area().area()).toArray(),
                    some.stream()
                            .mapToDouble(point -> NORMAL_QUANTILE * point.area().deviation())
                            .toArray()));
        }
        ChartWriter.write(
                new BarChart(
                        "Each sound by each model (bar: 95 % interval)",
                        "sound", "area under the curve", sounds(), groups),
                folder,
                "by-sound");
    }
}
