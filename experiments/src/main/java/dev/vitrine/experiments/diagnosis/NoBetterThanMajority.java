package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Interval;
import java.util.List;
import java.util.Locale;

/** A score that always saying the most frequent class would reach too. */
record NoBetterThanMajority() implements Diagnosis {
    @Override
    public String fault() {
        return "no-better-than-a-constant";
    }

    @Override
    public Answer examine(Evidence evidence) {
        return evidence.results().map(NoBetterThanMajority::examine).orElseGet(Answer::notRecorded);
    }

    private static Answer examine(Results results) {
        Score score = results.score();
        Interval ours = Confidence.ofProportion(score.clipsRight(), score.clipCount());
        boolean better = ours.low() > score.clipMajority()
                || score.balancedAccuracy() > 1.5 / score.clips().size();
        return better ? Answer.clear() : found(results, ours);
    }

    private static String compared(Score score) {
        return score.clipAccuracy() > score.clipMajority()
                ? "Not surely better than"
                : score.clipAccuracy() < score.clipMajority() ? "Worse than" : "No better than";
    }

    private static Answer found(Results results, Interval ours) {
        Score score = results.score();
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "%s the majority: the network is right on %s of the test clips; always saying the most frequent"
                                + " class is right on %.1f %%.",
                        compared(score),
                        ours.percent(),
                        100 * score.clipMajority()),
                "A number below this line is no success, however high it is; see what else was found.",
                new BarChart(
                        "No better than always saying the same",
                        "who judges",
                        "test clips judged rightly (%)",
                        List.of("always the same", "linear model", "network"),
                        List.of(new BarChart.Bars("right", new double[] {
                            100 * score.clipMajority(),
                            100 * results.baseline().clipAccuracy(),
                            100 * score.clipAccuracy()
                        }))));
    }
}
