package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A network that knows its training clips by heart and little else. */
record OverFitting() implements Diagnosis {
    private static final double WIDEST = 0.15;

    @Override
    public String fault() {
        return "over-fitting";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.metrics().isEmpty() || evidence.results().isEmpty()) {
            return Answer.notRecorded();
        }
        int folds = evidence.config().splits().size();
        Columns metrics = evidence.metrics().get();
        double train = 0;
        for (int fold = 1; fold <= folds; fold++) {
            Columns rows = metrics.fold(fold);
            train += rows.rows().isEmpty() ? Double.NaN : rows.last("train_part_accuracy") / folds;
        }
        Score score = evidence.results().map(Results::score).orElseThrow();
        // So many clips as there are say how far chance alone may take the score.
        double chance =
                Confidence.ofProportion((int) Math.round(score.partAccuracy() * score.clipCount()), score.clipCount())
                                .high()
                        - score.partAccuracy();
        return train - score.partAccuracy() > Math.max(WIDEST, chance)
                ? found(metrics.fold(1), train, score.partAccuracy())
                : Answer.clear();
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private static Answer found(Columns metrics, double train, double test) {
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "The network over-fits: it is right on %.1f %% of what it learned from and on %.1f %% of the"
                                + " test part, a gap of %.0f points.",
                        100 * train,
                        100 * test,
                        100 * (train - test)),
                "Take fewer weights, more or altered clips (vitrine augment), dropout, or fewer epochs.",
                new LineChart(
                        "Training and validation part ways",
                        "epoch",
                        "accuracy (%)",
                        List.of(
                                Series.byEpoch("training clips", percent(metrics.column("train_part_accuracy"))),
                                Series.byEpoch(
                                        "validation clips", percent(metrics.column("validation_part_accuracy")))),
                        List.of(new Level("test clips", 100 * test))));
    }
}
