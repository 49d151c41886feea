package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.preflight.Preflight;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.BarChart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Classes so rare in training that the network passes them over. */
record Imbalance() implements Diagnosis {
    private static final double MOST_RATIO = 3;
    private static final double LEAST_LOSS = 0.1;

    @Override
    public String fault() {
        return "class-imbalance";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.results().isEmpty() || evidence.preflight().isEmpty()) {
            return Answer.notRecorded();
        }
        Results results = evidence.results().get();
        double[] shares = shares(evidence, evidence.preflight().get());
        double[] recalls = recalls(results.score());
        int rare = IntStream.range(0, shares.length)
                .reduce((a, b) -> shares[b] < shares[a] ? b : a)
                .orElseThrow();
        double most = Arrays.stream(shares).max().orElseThrow();
        boolean harms = results.score().clipAccuracy() - results.score().balancedAccuracy() > LEAST_LOSS;
        return most > MOST_RATIO * shares[rare] && harms
                ? found(evidence.config().classes(), shares, recalls, rare)
                : Answer.clear();
    }

    private static double[] shares(Evidence evidence, Preflight preflight) {
        double[] shares = new double[evidence.config().classes().size()];
        List<String> train = evidence.config().splits().get(0).train();
        train.forEach(clip -> {
            int label = preflight.labels().getOrDefault(clip, -1);
            if (label >= 0) {
                shares[label] += 100.0 / train.size();
            }
        });
        return shares;
    }

    private static double[] recalls(Score score) {
        return IntStream.range(0, score.clips().size())
                .mapToDouble(label -> {
                    List<Integer> row = score.clips().get(label);
                    int all = row.stream().mapToInt(Integer::intValue).sum();
                    return all == 0 ? 0 : 100.0 * row.get(label) / all;
                })
                .toArray();
    }

    private static Answer found(List<String> classes, double[] shares, double[] recalls, int rare) {
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "Classes are not balanced: %s is %.1f %% of the training clips, the most frequent class %.1f"
                                + " %%; of %s the network finds %.0f %%.",
                        classes.get(rare),
                        shares[rare],
                        Arrays.stream(shares).max().orElseThrow(),
                        classes.get(rare),
                        recalls[rare]),
                "Draw each class equally often, and look at the balanced accuracy.",
                new BarChart(
                        "Rare classes are found less often",
                        "class",
                        "%",
                        classes,
                        List.of(
                                new BarChart.Bars("share of the training clips", shares),
                                new BarChart.Bars("found among test clips", recalls))));
    }
}
