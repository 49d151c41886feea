package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well classes are mixed in batches.
 *
 * @param counts [batch][class]: how many examples of a class a batch holds
 */
public record BatchMix(List<int[]> counts) {
    private static final int DRAWS = 2000;

    /** Batches that differ more from one another are not mixed; see {@link #clumping}. */
    private static final double MOST_CLUMPING = 2;

    /** Parts of the training whose classes are compared. */
    private static final int PARTS = 5;

    /** Deviations of the statistic that chance does not reach. */
    private static final double UNLIKELY = 5;

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
        double freedom = freedom();
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

    private double freedom() {
        long classes = Arrays.stream(shares()).filter(share -> share > 0).count();
        return (counts.size() - 1.0) * (classes - 1.0);
    }

    /** Neighbouring batches put together, so that five are left. */
    public BatchMix fifths() {
        int parts = Math.min(PARTS, counts.size());
        List<int[]> pooled = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int[] sum = new int[counts.get(0).length];
            for (int[] batch : counts.subList(part * counts.size() / parts, (part + 1) * counts.size() / parts)) {
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += batch[k];
                }
            }
            pooled.add(sum);
        }
        return new BatchMix(pooled);
    }

    /**
     * True if classes are mixed as well as random draws would mix them: batches are alike, and what is learned early is what
     * is learned late. Small batches may look mixed while the classes change slowly; fifths of the training do not.
     */
    public boolean mixed() {
        return chance() && fifths().chance();
    }

    /** True if chance may have made the differences: over few batches it makes larger ones. */
    private boolean chance() {
        return clumping() <= Math.max(MOST_CLUMPING, 1 + UNLIKELY * Math.sqrt(2 / Math.max(1, freedom())));
    }

    private static long size(int[] batch) {
        return Arrays.stream(batch).sum();
    }
}
