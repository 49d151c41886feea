package dev.vitrine.experiments.preflight;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.SoftmaxRegression;
import dev.vitrine.experiments.recipe.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a linear model makes of a few numbers of each clip, and of the same numbers with the classes dealt out anew: if the
 * two are equally good, the numbers hold nothing about the class.
 *
 * @param columns numbers of each clip
 * @param flat how many of them take at most two values over all clips
 * @param clips of the validation part that were judged
 * @param majority how many of them are of the class that is most frequent in training
 * @param right how many the linear model judged rightly
 * @param rightShuffled the same after fitting to classes dealt out anew; the mean over two deals
 */
public record Summaries(int columns, int flat, int clips, int majority, int right, double rightShuffled) {
    private static final int MOST_TRAIN = 200;
    private static final int MOST_JUDGED = 100;
    private static final int DEALS = 2;
    private static final double PENALTY = 200;

    static Summaries of(Material material, Split split) {
        List<Labelled> train = some(Split.named(material.clips(), split.train()), MOST_TRAIN);
        List<Labelled> judged = some(Split.named(material.clips(), split.validation()), MOST_JUDGED);
        List<double[]> trainRows = rows(material, train);
        List<double[]> judgedRows = rows(material, judged);
        int classes = material.classes().size();
        int[] labels = labels(train);
        int[] truth = labels(judged);
        double shuffled = 0;
        for (int deal = 0; deal < DEALS; deal++) {
            shuffled += (double) right(trainRows, dealt(labels, deal), classes, judgedRows, truth) / DEALS;
        }
        return new Summaries(
                trainRows.get(0).length,
                flat(trainRows),
                truth.length,
                majority(labels, classes, truth),
                right(trainRows, labels, classes, judgedRows, truth),
                shuffled);
    }

    private static List<Labelled> some(List<Labelled> clips, int most) {
        int every = (clips.size() + most - 1) / most;
        List<Labelled> some = new ArrayList<>();
        for (int i = 0; i < clips.size(); i += Math.max(1, every)) {
            some.add(clips.get(i));
        }
        return some;
    }

    private static List<double[]> rows(Material material, List<Labelled> clips) {
        return clips.parallelStream().map(material::summary).toList();
    }

    private static int[] labels(List<Labelled> clips) {
        return clips.stream().mapToInt(Labelled::label).toArray();
    }

    private static int[] dealt(int[] labels, int deal) {
        List<Integer> cards = new ArrayList<>(Arrays.stream(labels).boxed().toList());
        Collections.shuffle(cards, new Random(Rng.of(17, deal).nextLong()));
        return cards.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int right(List<double[]> train, int[] labels, int classes, List<double[]> judged, int[] truth) {
        SoftmaxRegression model = SoftmaxRegression.fit(train, labels, classes, PENALTY);
        int right = 0;
        for (int i = 0; i < truth.length; i++) {
            right += largest(model.probabilities(judged.get(i))) == truth[i] ? 1 : 0;
        }
        return right;
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static int majority(int[] labels, int classes, int[] truth) {
        double[] counts = new double[classes];
        for (int label : labels) {
            counts[label]++;
        }
        int most = largest(counts);
        return (int) Arrays.stream(truth).filter(label -> label == most).count();
    }

    private static int flat(List<double[]> rows) {
        int flat = 0;
        for (int column = 0; column < rows.get(0).length; column++) {
            int at = column;
            flat += rows.stream()
                                    .mapToDouble(row -> row[at])
                                    .distinct()
                                    .limit(3)
                                    .count()
                            < 3
                    ? 1
                    : 0;
        }
        return flat;
    }
}
