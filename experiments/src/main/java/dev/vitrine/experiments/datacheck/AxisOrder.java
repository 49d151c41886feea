package dev.vitrine.experiments.datacheck;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether neighbours on an axis of features have more to do with one another than any two: the magnitude of the
 * correlation r[i, j] over many frames, for |i - j| = 1 and for all pairs. A filter that slides along an axis takes for
 * granted that they have.
 *
 * @param byDistance mean |r| of pairs that are 1, 2, 3 ... apart
 * @param pairs mean |r| of all pairs
 * @param chance share of random orders of the same axis whose neighbours correlate as much
 */
public record AxisOrder(double[] byDistance, double pairs, double chance) {
    private static final int ORDERS = 1000;

    /** By how much neighbours must exceed any two. */
    private static final double EXCESS = 0.1;

    private static final double RARE = 0.01;

    /** Mean |r| of neighbours. */
    public double neighbours() {
        return byDistance[0];
    }

    /** Whether the axis has an order that a filter can use. */
    public boolean isOrdered() {
        return neighbours() > pairs + EXCESS && chance < RARE;
    }

    /** Collects frames. */
    public static final class Builder {
        private final int width;
        private final double[] sums;
        private final double[][] products;
        private long count;

        /** For frames of that many numbers, at least 3. */
        public Builder(int width) {
            if (width < 3) {
                throw new IllegalArgumentException("an axis of " + width + " has no order; expected at least 3");
            }
            this.width = width;
            this.sums = new double[width];
            this.products = new double[width][width];
        }

        /** Adds a frame of [D] numbers. */
        public void add(double[] frame) {
            for (int i = 0; i < width; i++) {
                sums[i] += frame[i];
                double[] row = products[i];
                double x = frame[i];
                for (int j = i; j < width; j++) {
                    row[j] += x * frame[j];
                }
            }
            count++;
        }

        /** The order of the axis; components that never change are left out of the means. */
        public AxisOrder build(long seed) {
            double[][] r = new double[width][width];
            for (int i = 0; i < width; i++) {
                for (int j = i; j < width; j++) {
                    double both = Math.sqrt(covariance(i, i) * covariance(j, j));
                    r[i][j] = both > 0 ? Math.min(1, Math.abs(covariance(i, j) / both)) : 0;
                    r[j][i] = r[i][j];
                }
            }
            double[] byDistance = new double[width - 1];
            double sum = 0;
            for (int distance = 1; distance < width; distance++) {
                double of = 0;
                for (int i = 0; i + distance < width; i++) {
                    of += r[i][i + distance];
                }
                byDistance[distance - 1] = of / (width - distance);
                sum += of;
            }
            double pairs = sum / (width * (width - 1) / 2.0);
            return new AxisOrder(byDistance, pairs, chance(r, byDistance[0], seed));
        }

        private double covariance(int i, int j) {
            return products[i][j] / count - sums[i] / count * (sums[j] / count);
        }

        private double chance(double[][] r, double neighbours, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                order.add(i);
            }
            int asMuch = 0;
            for (int trial = 0; trial < ORDERS; trial++) {
                for (int i = width - 1; i > 0; i--) {
                    int j = (int) (random.nextDouble() * (i + 1));
                    int moved = order.get(i);
                    order.set(i, order.get(j));
                    order.set(j, moved);
                }
                double sum = 0;
                for (int i = 0; i + 1 < width; i++) {
                    sum += r[order.get(i)][order.get(i + 1)];
                }
                asMuch += sum / (width - 1) >= neighbours ? 1 : 0;
            }
            return (double) asMuch / ORDERS;
        }
    }
}
