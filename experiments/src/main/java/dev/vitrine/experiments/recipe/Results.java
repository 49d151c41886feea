package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Labelled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * What came of a run, on clips that the judging fold had not seen.
 *
 * @param score of the network over all test clips
 * @param folds the network's score in each fold
 * @param baseline how softmax regression on a few numbers of each clip judges the same clips, fitted on the same training clips
 * @param verdicts the network's, one per test clip
 * @param baselineVerdicts those of softmax regression on the same clips, in the same order of folds
 */
public record Results(
        Score score,
        List<Score> folds,
        Score baseline,
        List<ClipVerdict> verdicts,
        List<ClipVerdict> baselineVerdicts) {
    /** Ridge penalty of the baseline; the features have deviation 1. */
    public static final double PENALTY = 200;

    /** Copies the lists. */
    public Results {
        folds = List.copyOf(folds);
        verdicts = List.copyOf(verdicts);
        baselineVerdicts = List.copyOf(baselineVerdicts);
    }

    /** Judges a run: {@code verdicts} are those of all test clips. */
    public static Results of(RunConfig config, Material material, List<ClipVerdict> verdicts) {
        int classes = material.classes().size();
        Map<String, ClipVerdict> byName = new HashMap<>();
        verdicts.forEach(verdict -> byName.put(verdict.clip(), verdict));
        Map<String, double[]> features = new HashMap<>();
        material.clips().parallelStream()
                .map(clip -> Map.entry(clip.name(), material.summary(clip)))
                .toList()
                .forEach(entry -> features.put(entry.getKey(), entry.getValue()));
        List<Score> folds = new ArrayList<>();
        List<ClipVerdict> baseline = new ArrayList<>();
        for (Split split : config.splits()) {
            folds.add(Score.of(
                    classes,
                    split.test().stream()
                            .map(name -> Objects.requireNonNull(byName.get(name), name))
                            .toList()));
            baseline.addAll(baseline(split, material, features));
        }
        return new Results(Score.of(classes, verdicts), folds, Score.of(classes, baseline), verdicts, baseline);
    }

    private static List<ClipVerdict> baseline(Split split, Material material, Map<String, double[]> features) {
        int classes = material.classes().size();
        List<Labelled> train = Split.named(material.clips(), split.train());
        List<double[]> rows =
                train.stream().map(clip -> features(features, clip)).toList();
        int[] labels = train.stream().mapToInt(Labelled::label).toArray();
        List<ClipVerdict> best = List.of();
        double bestValidation = -1;
        for (double penalty : material.penalties()) {
            SoftmaxRegression model = SoftmaxRegression.fit(rows, labels, classes, penalty);
            double validation = Score.of(classes, verdicts(model, split.validation(), material, features))
                    .clipAccuracy();
            if (best.isEmpty() || validation > bestValidation) {
                bestValidation = validation;
                best = verdicts(model, split.test(), material, features);
            }
        }
        return best;
    }

    private static List<ClipVerdict> verdicts(
            SoftmaxRegression model, List<String> names, Material material, Map<String, double[]> features) {
        return Split.named(material.clips(), names).stream()
                .map(clip -> ClipVerdict.whole(clip, model.probabilities(features(features, clip))))
                .toList();
    }

    private static double[] features(Map<String, double[]> features, Labelled clip) {
        return Objects.requireNonNull(features.get(clip.name()), clip.name());
    }

    /** A number of each fold. */
    public double[] perFold(ToDoubleFunction<Score> number) {
        return folds.stream().mapToDouble(number).toArray();
    }
}
