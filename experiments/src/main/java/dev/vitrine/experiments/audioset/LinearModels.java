package dev.vitrine.experiments.audioset;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.SoftmaxRegression;
import dev.vitrine.experiments.recipe.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Logistic regression on the means of the first few of the 128 numbers: as small as a model can be. */
final class LinearModels {
    /** How many numbers; they stand in the order of their variance. */
    static final List<Integer> NUMBERS = List.of(4, 8, 16, 32, 64, 128);

    private LinearModels() {}

    /** One point for each, on the clips that each split keeps for testing, fitted to its training clips. */
    static List<HowSmall.Point> of(List<Split> splits, EmbeddingMaterial material) {
        List<HowSmall.Point> points = new ArrayList<>();
        for (int numbers : NUMBERS) {
            List<ClipVerdict> verdicts = new ArrayList<>();
            for (Split split : splits) {
                verdicts.addAll(judge(split, material, numbers));
            }
            points.add(HowSmall.point(
                    material.classes().get(AudiosetExperiment.SOUND), HowSmall.MEANS, numbers + 1, verdicts));
        }
        return points;
    }

    private static List<ClipVerdict> judge(Split split, EmbeddingMaterial material, int numbers) {
        List<Labelled> train = Split.named(material.clips(), split.train());
        SoftmaxRegression model = SoftmaxRegression.fit(
                train.stream().map(clip -> means(material, clip, numbers)).toList(),
                train.stream().mapToInt(Labelled::label).toArray(),
                2,
                HowSmall.PENALTY);
        return Split.named(material.clips(), split.test()).stream()
                .map(clip -> ClipVerdict.whole(clip, model.probabilities(means(material, clip, numbers))))
                .toList();
    }

    private static double[] means(EmbeddingMaterial material, Labelled clip, int numbers) {
        return Arrays.copyOf(material.summary(clip), numbers);
    }
}
