package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.feature.ClipStatistics;
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
 * @param baseline how logistic regression on log-mel statistics judges the same clips, fitted on the same training clips
 * @param verdicts the network's, one per test clip
 */
public record Results(Score score, List<Score> folds, Score baseline, List<ClipVerdict> verdicts) {
    /** Ridge penalty of the baseline; the features have deviation 1. */
    static final double PENALTY = 100;

    /** Copies the lists. */
    public Results {
        folds = List.copyOf(folds);
        verdicts = List.copyOf(verdicts);
    }

    /** Judges a run: {@code verdicts} are those of all test clips. */
    public static Results of(RunConfig config, ClipSet clips, List<ClipVerdict> verdicts) {
        Map<String, ClipVerdict> byName = new HashMap<>();
        verdicts.forEach(verdict -> byName.put(verdict.clip(), verdict));
        Map<String, double[]> features = new HashMap<>();
        clips.clips().parallelStream()
                .map(clip -> Map.entry(clip.name(), ClipStatistics.logMelStatistics(clip.sound())))
                .toList()
                .forEach(entry -> features.put(entry.getKey(), entry.getValue()));
        List<Score> folds = new ArrayList<>();
        List<ClipVerdict> baseline = new ArrayList<>();
        for (Split split : config.splits()) {
            folds.add(Score.of(split.test().stream()
                    .map(name -> Objects.requireNonNull(byName.get(name), name))
                    .toList()));
            baseline.addAll(baseline(split, clips, features));
        }
        return new Results(Score.of(verdicts), folds, Score.of(baseline), verdicts);
    }

    private static List<ClipVerdict> baseline(Split split, ClipSet clips, Map<String, double[]> features) {
        List<Clip> train = Split.named(clips, split.train());
        LogisticBaseline model = LogisticBaseline.fit(
                train.stream().map(clip -> features(features, clip)).toList(),
                train.stream().mapToInt(Clip::label).toArray(),
                PENALTY);
        return Split.named(clips, split.test()).stream()
                .map(clip -> new ClipVerdict(
                        clip.name(),
                        clip.label(),
                        List.of(new ClipVerdict.Second(model.probability(features(features, clip)), true))))
                .toList();
    }

    private static double[] features(Map<String, double[]> features, Clip clip) {
        return Objects.requireNonNull(features.get(clip.name()), clip.name());
    }

    /** A number of each fold. */
    public double[] perFold(ToDoubleFunction<Score> number) {
        return folds.stream().mapToDouble(number).toArray();
    }
}
