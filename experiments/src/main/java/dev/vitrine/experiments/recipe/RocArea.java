package dev.vitrine.experiments.recipe;

import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The area under the curve of hits over false alarms (AUC): how often a clip that shows a class is given more probability
 * for it than one that does not, ties counting half. No threshold is chosen for it; 0.5 is chance.
 *
 * <pre>
 * area = 1/(m n) · Σ over i of Σ over j of [x_i &gt; y_j] + ½ [x_i = y_j]        m clips show the class, n do not
 * deviation² = S10/m + S01/n
 * </pre>
 *
 * where S10 is the variance over i of the share of all y that x_i beats, and S01 that over j of the share of all x that beat
 * y_j.
 *
 * <p>Source: E. DeLong, D. DeLong and D. Clarke-Pearson, "Comparing the areas under two or more correlated receiver
 * operating characteristic curves", Biometrics 44, 1988.
 *
 * @param area 0 to 1
 * @param deviation its standard deviation
 * @param fewer the clips of the class that has fewer
 */
public record RocArea(double area, double deviation, int fewer) {
    private static final double NORMAL_QUANTILE = 1.959963984540054;

    /**
     * One step of the curve.
     *
     * @param falseAlarms share of the others that are taken for the class
     * @param hits share of the class that is found
     */
    public record Point(double falseAlarms, double hits) {}

    /**
     * The area of verdicts on one class.
     *
     * @throws IllegalArgumentException if not at least two clips show the class and two do not
     */
    public static RocArea of(List<ClipVerdict> verdicts, int label) {
        double[] shown = probabilities(verdicts, label, true);
        double[] others = probabilities(verdicts, label, false);
        if (shown.length < 2 || others.length < 2) {
            throw new IllegalArgumentException("area under the curve: " + shown.length + " clips of the class and "
                    + others.length + " others; expected at least 2 of both");
        }
        double[] beaten = new double[shown.length];
        double[] lost = new double[others.length];
        for (int i = 0; i < shown.length; i++) {
            for (int j = 0; j < others.length; j++) {
                double won = shown[i] > others[j] ? 1 : shown[i] == others[j] ? 0.5 : 0;
                beaten[i] += won / others.length;
                lost[j] += won / shown.length;
            }
        }
        double variance = square(Confidence.standardDeviation(beaten)) / shown.length
                + square(Confidence.standardDeviation(lost)) / others.length;
        return new RocArea(Confidence.mean(beaten), Math.sqrt(variance), Math.min(shown.length, others.length));
    }

    private static double[] probabilities(List<ClipVerdict> verdicts, int label, boolean shows) {
        return verdicts.stream()
                .filter(clip -> clip.truth() >= 0 && (clip.truth() == label) == shows)
                .mapToDouble(clip -> clip.probability(label))
                .toArray();
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * The 95 % interval: normal in logit(area), so that it stays between 0 and 1. An area of 0 or 1 has no deviation; there
     * the interval is that of as many hits as there are clips of the class that has fewer.
     */
    public Interval interval() {
        if (!(area > 0 && area < 1)) {
            return Confidence.ofProportion(area > 0 ? fewer : 0, fewer);
        }
        double logit = Math.log(area / (1 - area));
        double half = NORMAL_QUANTILE * deviation / (area * (1 - area));
        return new Interval(area, sigmoid(logit - half), sigmoid(logit + half));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The curve, from nothing found to all found; it rises. */
    public static List<Point> curve(List<ClipVerdict> verdicts, int label) {
        List<ClipVerdict> sorted = verdicts.stream()
                .filter(clip -> clip.truth() >= 0)
                .sorted(Comparator.comparingDouble((ClipVerdict clip) -> clip.probability(label))
                        .reversed())
                .toList();
        double all = sorted.stream().filter(clip -> clip.truth() == label).count();
        double others = sorted.size() - all;
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        int hits = 0;
        for (int i = 0; i < sorted.size(); i++) {
            hits += sorted.get(i).truth() == label ? 1 : 0;
            boolean tied = i + 1 < sorted.size()
                    && sorted.get(i + 1).probability(label) == sorted.get(i).probability(label);
            if (!tied) {
                points.add(new Point((i + 1 - hits) / others, hits / all));
            }
        }
        return points;
    }
}
