package dev.vitrine.experiments.preflight;

import java.util.ArrayList;
import java.util.List;

/**
 * Some inputs as a network gets them, each by its mean and its standard deviation.
 *
 * @param labels the class of each
 * @param means of the values of each
 * @param deviations of the values of each
 */
public record Inputs(List<Integer> labels, List<Double> means, List<Double> deviations) {
    /** Copies the lists. */
    public Inputs {
        labels = List.copyOf(labels);
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /** Collects inputs one by one. */
    static final class Builder {
        private final List<Integer> labels = new ArrayList<>();
        private final List<Double> means = new ArrayList<>();
        private final List<Double> deviations = new ArrayList<>();
        private int lost;

        /** Takes an input; one that holds no numbers is only counted. */
        void add(int label, float[] values, int from, int to) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += values[i];
            }
            double mean = sum / (to - from);
            if (!Double.isFinite(mean)) {
                lost++;
                return;
            }
            double squares = 0;
            for (int i = from; i < to; i++) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
            labels.add(label);
            means.add(mean);
            deviations.add(Math.sqrt(squares / (to - from)));
        }

        int size() {
            return labels.size();
        }

        int lost() {
            return lost;
        }

        Inputs build() {
            return new Inputs(labels, means, deviations);
        }
    }

    private List<Double> of(List<Double> values, int label) {
        List<Double> chosen = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) == label) {
                chosen.add(values.get(i));
            }
        }
        return chosen;
    }

    /** A class with fewer inputs on one side says nothing. */
    private static final int FEWEST = 15;

    /**
     * How far the spreads of inputs lie apart, class by class: the largest distance between two distribution functions
     * (Kolmogorov and Smirnov), of the deviations or of the means, whichever is larger; the mean over the classes.
     *
     * @return 0 to 1, or NaN where no class has enough inputs in both
     */
    public double distance(Inputs other) {
        return labels.stream()
                .distinct()
                .filter(label -> of(means, label).size() >= FEWEST
                        && other.of(other.means, label).size() >= FEWEST)
                .mapToDouble(label -> Math.max(
                        distance(rounded(of(deviations, label)), rounded(other.of(other.deviations, label))),
                        distance(
                                shares(of(means, label), typical(other)),
                                shares(other.of(other.means, label), typical(other)))))
                .average()
                .orElse(Double.NaN);
    }

    /** Deviations in steps of 5 %: scaled to 1 is scaled to 1, whatever the last digits say. */
    private static double[] rounded(List<Double> deviations) {
        return deviations.stream()
                .mapToDouble(d -> Math.rint(Math.log(Math.max(d, 1e-12)) / Math.log(1.05)))
                .sorted()
                .toArray();
    }

    private double typical(Inputs other) {
        double sum = 0;
        for (double deviation : deviations) {
            sum += deviation / (2 * deviations.size());
        }
        for (double deviation : other.deviations) {
            sum += deviation / (2 * other.deviations.size());
        }
        return Math.max(sum, 1e-12);
    }

    /** Means in steps of a tenth of a usual deviation. */
    private static double[] shares(List<Double> means, double typical) {
        return means.stream()
                .mapToDouble(mean -> Math.rint(10 * mean / typical))
                .sorted()
                .toArray();
    }

    /** The largest distance between the distribution functions of two sorted samples. */
    static double distance(double[] a, double[] b) {
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[i], b[j]);
            while (i < a.length && !(a[i] > at)) {
                i++;
            }
            while (j < b.length && !(b[j] > at)) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }
}
