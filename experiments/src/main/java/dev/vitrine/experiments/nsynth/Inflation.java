package dev.vitrine.experiments.nsynth;

import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How much too good a random split is: the same network on the same notes, once tested on instruments that it has learned
 * from and once on others.
 *
 * @param random split at random
 * @param byInstrument split by instrument
 */
public record Inflation(Results random, Results byInstrument) {

    /** In words, two lines. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "random split: %s; by instrument: %s.%nThe %.1f points between them are the leak: a random split tests on"
                        + " known instruments.",
                interval(random.score()).percent(),
                interval(byInstrument.score()).percent(),
                100 * (random.score().clipAccuracy() - byInstrument.score().clipAccuracy()));
    }

    private static Interval interval(Score score) {
        return Confidence.ofProportion(score.clipsRight(), score.clipCount());
    }

    /** Draws {@code inflation}: both splits, the network and the linear model. */
    public void draw(Path folder) throws IOException {
        ChartWriter.write(
                new BarChart(
                        "The same notes split at random and by instrument (bar: 95 % interval)",
                        "split",
                        "notes judged rightly (%)",
                        List.of("random", "by instrument"),
                        List.of(
                                bars("network", random.score(), byInstrument.score()),
                                bars("softmax regression", random.baseline(), byInstrument.baseline()))),
                folder,
                "inflation");
    }

    private static BarChart.Bars bars(String name, Score first, Score second) {
        return new BarChart.Bars(
                name,
                new double[] {100 * first.clipAccuracy(), 100 * second.clipAccuracy()},
                new double[] {half(first), half(second)});
    }

    private static double half(Score score) {
        Interval interval = interval(score);
        return 100 * (interval.high() - interval.low()) / 2;
    }
}
