package dev.vitrine.experiments.preflight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How loud inputs are in training, measured by the same moment of the same clip when it is judged.
 *
 * <p>A moment is recognised whatever it is scaled by and shifted by: at a step from one value to the next that is larger
 * than all near it, by the quotients of the steps beside it and this one.
 *
 * @param powers for each input that was recognised, log2 of its scale in training over that in judging: 0 is alike
 */
public record Scales(List<Double> powers) {
    private static final int AROUND = 12;
    private static final int[] BESIDE = {-2, -1, 1, 2};
    private static final double GRAIN = 50;
    private static final int FEWEST_MOMENTS = 4;
    private static final int FEWEST_INPUTS = 20;

    /** Copies the list. */
    public Scales {
        powers = List.copyOf(powers);
    }

    /** A moment of an input that is judged: which input, and how large the step is there. */
    private record Moment(int input, double step) {}

    /** Looks for inputs that are learned from among those that are judged. */
    static Scales of(List<float[]> learned, List<float[]> judged) {
        Map<Long, Moment> known = new HashMap<>();
        for (int i = 0; i < judged.size(); i++) {
            int input = i;
            float[] values = judged.get(i);
            for (int at : steps(values)) {
                known.merge(key(values, at), new Moment(input, step(values, at)), (a, b) -> new Moment(-1, 0));
            }
        }
        List<Double> powers = new ArrayList<>();
        for (float[] values : learned) {
            double power = power(values, known);
            if (!Double.isNaN(power)) {
                powers.add(power);
            }
        }
        return new Scales(powers);
    }

    /** Of the judged input that most moments belong to. */
    private static double power(float[] values, Map<Long, Moment> known) {
        Map<Integer, List<Double>> found = new HashMap<>();
        for (int at : steps(values)) {
            Moment moment = known.get(key(values, at));
            if (moment != null && moment.input() >= 0) {
                found.computeIfAbsent(moment.input(), i -> new ArrayList<>())
                        .add(Math.log(step(values, at) / moment.step()) / Math.log(2));
            }
        }
        return found.values().stream()
                .filter(powers -> powers.size() >= FEWEST_MOMENTS)
                .max((a, b) -> Integer.compare(a.size(), b.size()))
                .map(powers -> middle(powers.stream().mapToDouble(p -> p).toArray()))
                .orElse(Double.NaN);
    }

    private static double step(float[] values, int at) {
        return Math.abs((double) values[at + 1] - values[at]);
    }

    /** Where a step is larger than all near it. */
    private static List<Integer> steps(float[] values) {
        List<Integer> found = new ArrayList<>();
        for (int at = AROUND; at < values.length - AROUND - 1; ) {
            int largest = at;
            for (int i = at - AROUND; i <= at + AROUND; i++) {
                largest = step(values, i) > step(values, largest) ? i : largest;
            }
            if (largest == at && step(values, at) > 0) {
                found.add(at);
                at += AROUND;
            } else {
                at = Math.max(at + 1, largest);
            }
        }
        return found;
    }

    /** The quotients in steps of 0.02, mixed to one number. */
    private static long key(float[] values, int at) {
        double here = (double) values[at + 1] - values[at];
        long key = 17;
        for (int beside : BESIDE) {
            long quotient = Math.round(GRAIN * (values[at + beside + 1] - values[at + beside]) / here);
            key = key * 0x9E3779B97F4A7C15L + quotient;
            key ^= key >>> 29;
        }
        return key;
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** True if enough inputs were recognised to say something. */
    public boolean enough() {
        return powers.size() >= FEWEST_INPUTS;
    }

    /** The factor by which half of the inputs are scaled apart, or more; at least 1. */
    public double factor() {
        return Math.pow(2, middle(powers.stream().mapToDouble(Math::abs).toArray()));
    }
}
