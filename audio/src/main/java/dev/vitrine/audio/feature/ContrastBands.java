package dev.vitrine.audio.feature;

import java.util.Arrays;

/** Which frequencies make each band of {@link SpectralContrast}, and the peak and valley of each. */
final class ContrastBands {
    private final int[] first;
    private final int[] end;
    private final int[] extremes;

    ContrastBands(SpectralContrast options, Framing framing, int sampleRate) {
        int bands = options.bands();
        double highest = options.lowest() * Math.pow(2, bands - 1);
        if (highest >= sampleRate / 2.0) {
            throw new IllegalArgumentException("contrast: band " + bands + " begins at " + highest
                    + " Hz; expected less than half the sample rate, " + sampleRate / 2.0 + " Hz; ask for fewer bands");
        }
        first = new int[bands + 1];
        end = new int[bands + 1];
        extremes = new int[bands + 1];
        for (int b = 0; b <= bands; b++) {
            double from = b == 0 ? 0 : options.lowest() * Math.pow(2, b - 1);
            double to = options.lowest() * Math.pow(2, b);
            int low = 0;
            while (framing.hz(low, sampleRate) < from) {
                low++;
            }
            int high = low;
            while (high < framing.bins() && framing.hz(high, sampleRate) <= to) {
                high++;
            }
            if (low == high) {
                throw new IllegalArgumentException("contrast: no frequency of frames of " + framing.fftSize()
                        + " samples lies from " + from + " to " + to + " Hz; ask for longer frames");
            }
            // A band begins with the last frequency below it, and all but the highest leave out their own last one.
            first[b] = b == 0 ? 0 : low - 1;
            boolean last = b == bands;
            int all = (last ? framing.bins() : high) - first[b];
            end[b] = last ? framing.bins() : high - 1;
            extremes[b] = (int) Math.max(1, Math.rint(options.quantile() * all));
            if (end[b] <= first[b]) {
                throw new IllegalArgumentException("contrast: only one frequency of frames of " + framing.fftSize()
                        + " samples lies from " + from + " to " + to + " Hz; ask for longer frames");
            }
        }
    }

    /** The number of bands. */
    int count() {
        return first.length;
    }

    /** Writes the mean of the largest and of the smallest magnitudes of each band. */
    void apply(double[] magnitude, double[] peak, double[] valley) {
        for (int b = 0; b < first.length; b++) {
            int count = Math.min(extremes[b], end[b] - first[b]);
            peak[b] = -meanOfSmallest(magnitude, first[b], end[b], count, -1);
            valley[b] = meanOfSmallest(magnitude, first[b], end[b], count, 1);
        }
    }

    /** The mean of the {@code count} smallest of sign * value: kept in order, as few of many. */
    private static double meanOfSmallest(double[] values, int from, int to, int count, int sign) {
        double[] smallest = new double[count];
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        for (int f = from; f < to; f++) {
            double value = sign * values[f];
            if (value < smallest[count - 1]) {
                int at = count - 1;
                while (at > 0 && smallest[at - 1] > value) {
                    smallest[at] = smallest[at - 1];
                    at--;
                }
                smallest[at] = value;
            }
        }
        double sum = 0;
        for (double value : smallest) {
            sum += value;
        }
        return sum / count;
    }
}
