package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.tensor.Rng;
import java.util.Arrays;
import java.util.List;

/**
 * How well classes are mixed in batches.
 *
 * @param counts [batch][class]: how many examples of a class a batch holds
 */
public record BatchMix(List<int[]> counts) {
    private static final int DRAWS = 2000;

    /** Copies the list. */
    public BatchMix {
        counts = counts.stream().map(int[]::clone).toList();
    }

    /** The share of each class over all batches. */
    public double[] shares() {
        double[] shares = new double[counts.get(0).length];
        double all = counts.stream().mapToLong(BatchMix::size).sum();
        for (int[] batch : counts) {
            for (int k = 0; k < shares.length; k++) {
                shares[k] += batch[k] / all;
            }
        }
        return shares;
    }

    /** For each batch, the share of the class that is most frequent in it. */
    public double[] purities() {
        return counts.stream()
                .mapToDouble(batch -> (double) Arrays.stream(batch).max().orElseThrow() / size(batch))
                .toArray();
    }

    /** The mean of {@link #purities}. */
    public double purity() {
        return Arrays.stream(purities()).average().orElseThrow();
    }

    /** What {@link #purity} would be of batches of that size drawn at random; found by drawing. */
    public double purityAtRandom() {
        double[] shares = shares();
        int size = (int) size(counts.get(0));
        Rng rng = new Rng(11);
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] drawn = new int[shares.length];
            for (int i = 0; i < size; i++) {
                drawn[draw(shares, rng.nextDouble())]++;
            }
            sum += (double) Arrays.stream(drawn).max().orElseThrow() / size;
        }
        return sum / DRAWS;
    }

    private static int draw(double[] shares, double at) {
        double upTo = 0;
        for (int k = 0; k < shares.length - 1; k++) {
            upTo += shares[k];
            if (at < upTo) {
                return k;
            }
        }
        return shares.length - 1;
    }

    /**
     * How much more batches differ from one another than random draws do: Pearson's statistic of homogeneity over its
     * degrees of freedom.
     *
     * <pre>
     * sum over batches b and classes k of (counts[b][k] - n[b] share[k])² / (n[b] share[k])  /  ((B - 1)(K - 1))
     * </pre>
     *
     * @return about 1 for random draws, less where each batch is balanced on purpose, up to the batch size where each holds
     *     one class only; 1 where there is one batch or one class
     */
    public double clumping() {
        double[] shares = shares();
        long classes = Arrays.stream(shares).filter(share -> share > 0).count();
        double freedom = (counts.size() - 1.0) * (classes - 1.0);
        if (freedom <= 0) {
            return 1;
        }
        double sum = 0;
        for (int[] batch : counts) {
            for (int k = 0; k < shares.length; k++) {
                double expected = size(batch) * shares[k];
                sum += expected == 0 ? 0 : (batch[k] - expected) * (batch[k] - expected) / expected;
            }
        }
        return sum / freedom;
    }

    private static long size(int[] batch) {
        return Arrays.stream(batch).sum();
    }
}
