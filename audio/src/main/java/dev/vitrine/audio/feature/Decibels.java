package dev.vitrine.audio.feature;

import java.util.stream.IntStream;

/**
 * Levels on a logarithmic scale: librosa's {@code power_to_db} and {@code amplitude_to_db}.
 *
 * <pre>
 * L[m, t] = max(10 log10(max(amin, p[m, t]) / max(amin, ref)), loudest L - topDb)
 * </pre>
 *
 * For amplitudes p is the square of the amplitude, and so are {@code ref} and {@code amin} in the formula.
 *
 * @param ref what is called 0 dB; above 0. librosa's {@code ref=np.max} is {@link #below}
 * @param amin the smallest value that is told apart, above 0
 * @param topDb levels more than this below the loudest are raised, in dB; infinite for {@code top_db=None}
 */
public record Decibels(double ref, double amin, double topDb) {
    public Decibels {
        if (!(ref > 0 && amin > 0)) {
            throw new IllegalArgumentException("ref and amin must be above 0, got " + ref + " and " + amin);
        }
        if (!(topDb >= 0)) {
            throw new IllegalArgumentException("the range of levels must be at least 0 dB, got " + topDb);
        }
    }

    /** The defaults of {@code power_to_db}: ref 1, amin 1e-10, top_db 80. */
    public static Decibels power() {
        return new Decibels(1, 1e-10, 80);
    }

    /** The defaults of {@code amplitude_to_db}: ref 1, amin 1e-5, top_db 80. */
    public static Decibels amplitude() {
        return new Decibels(1, 1e-5, 80);
    }

    /** The same with the largest of the values as 0 dB. */
    public Decibels below(double[][] values) {
        double largest = Double.MIN_NORMAL;
        for (double[] row : values) {
            for (double value : row) {
                largest = Math.max(largest, value);
            }
        }
        return new Decibels(largest, amin, topDb);
    }

    /** Levels of powers, [M][T] in dB; {@code power} stays untouched. */
    public double[][] ofPower(double[][] power) {
        double[][] levels = new double[power.length][];
        IntStream.range(0, power.length).parallel().forEach(m -> {
            levels[m] = power[m].clone();
            for (int t = 0; t < levels[m].length; t++) {
                levels[m][t] = level(levels[m][t]);
            }
        });
        return raised(levels);
    }

    /** Levels of amplitudes, [M][T] in dB; {@code amplitude} stays untouched. */
    public double[][] ofAmplitude(double[][] amplitude) {
        double[][] power = new double[amplitude.length][];
        for (int m = 0; m < power.length; m++) {
            power[m] = amplitude[m].clone();
            for (int t = 0; t < power[m].length; t++) {
                power[m][t] *= power[m][t];
            }
        }
        return new Decibels(ref * ref, amin * amin, topDb).ofPower(power);
    }

    /** The level of one power, whatever the others are. */
    double level(double power) {
        return 10 * Log10.of(Math.max(amin, power) / Math.max(amin, ref));
    }

    private double[][] raised(double[][] levels) {
        double loudest = Double.NEGATIVE_INFINITY;
        for (double[] row : levels) {
            for (double level : row) {
                loudest = Math.max(loudest, level);
            }
        }
        double least = loudest - topDb;
        for (double[] row : levels) {
            for (int t = 0; t < row.length; t++) {
                row[t] = Math.max(least, row[t]);
            }
        }
        return levels;
    }
}
