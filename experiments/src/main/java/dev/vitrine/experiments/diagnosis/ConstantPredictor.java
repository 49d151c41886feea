package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.BarChart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A network that gives everything the same answer. */
record ConstantPredictor() implements Diagnosis {
    /** Of the variety that the truth has, how much the verdicts must have. */
    private static final double LEAST_VARIETY = 0.3;

    private static final int FEWEST_CLIPS = 6;

    @Override
    public String fault() {
        return "constant-predictor";
    }

    @Override
    public Answer examine(Evidence evidence) {
        return evidence.results()
                .map(results -> examine(evidence.config().classes(), results))
                .orElseGet(Answer::notRecorded);
    }

    private static Answer examine(List<String> classes, Results results) {
        List<Score> constant = results.folds().stream()
                .filter(fold -> fold.clipCount() >= FEWEST_CLIPS)
                .filter(fold -> isConstant(truths(fold), verdicts(fold)))
                .toList();
        return constant.isEmpty()
                ? Answer.clear()
                : found(
                        classes,
                        constant.get(0),
                        constant.size(),
                        results.folds().size());
    }

    private static boolean isConstant(double[] truths, double[] verdicts) {
        return variety(truths) > 0.2 && variety(verdicts) < LEAST_VARIETY * variety(truths);
    }

    /** exp(entropy) - 1: 0 for one class, K - 1 for K equally frequent ones. */
    static double variety(double[] counts) {
        double all = Arrays.stream(counts).sum();
        double entropy = Arrays.stream(counts)
                .filter(n -> n > 0)
                .map(n -> -n / all * Math.log(n / all))
                .sum();
        return Math.exp(entropy) - 1;
    }

    private static double[] truths(Score score) {
        return score.clips().stream()
                .mapToDouble(row -> row.stream().mapToInt(Integer::intValue).sum())
                .toArray();
    }

    private static double[] verdicts(Score score) {
        return IntStream.range(0, score.clips().size())
                .mapToDouble(label ->
                        score.clips().stream().mapToInt(row -> row.get(label)).sum())
                .toArray();
    }

    private static Answer found(List<String> classes, Score score, int constant, int folds) {
        double[] verdicts = verdicts(score);
        int most = IntStream.range(0, verdicts.length)
                .reduce((a, b) -> verdicts[b] > verdicts[a] ? b : a)
                .orElseThrow();
        String where = folds == 1 ? "" : " (so in %d of %d folds)".formatted(constant, folds);
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "The network gives nearly everything the same answer: %.0f of %d test clips are judged %s, %.0f"
                                + " are%s.",
                        verdicts[most],
                        score.clipCount(),
                        classes.get(most),
                        truths(score)[most],
                        where),
                "See what else was found: the learning rate, the inputs, the batches.",
                new BarChart(
                        "What the test clips are, and what they are judged to be",
                        "class",
                        "test clips",
                        classes,
                        List.of(new BarChart.Bars("truth", truths(score)), new BarChart.Bars("verdict", verdicts))));
    }
}
