package dev.vitrine.audio.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * Strings and bars under a hammer.
 *
 * <p>Source: Fletcher and Rossing, "The Physics of Musical Instruments", 2nd ed. 1998, sections 12.3 (pairs of piano
 * strings that beat) and 19.2 (modes of a free bar, 1 : 2.756 : 5.404 : 8.933, and of tuned ones).
 */
final class Struck {
    private static final int PARTIALS = 24;
    private static final double[] FREE = {1, 2.756, 5.404, 8.933};
    private static final double[] MARIMBA = {1, 3.93, 9.6, 16};
    private static final double[] XYLOPHONE = {1, 3, 6.1, 11};
    private static final List<double[]> BARS = List.of(FREE, MARIMBA, XYLOPHONE);

    private Struck() {}

    static Instrument keyboard(Dice dice) {
        double hardness = dice.between(2, 6);
        double damping = dice.ratio(0.3, 2);
        double stiffness = dice.ratio(1e-4, 6e-4);
        double detuned = dice.ratio(2e-4, 1.5e-3);
        double tilt = dice.between(0.3, 1);
        double knock = dice.between(0.1, 0.6);
        return (frequency, force) -> {
            List<Partial> partials = new ArrayList<>();
            for (int n = 1; n <= PARTIALS; n++) {
                double f = n * frequency * Math.sqrt(1 + stiffness * n * n);
                double level = StrictMath.exp(-n / (hardness * (0.5 + force))) / StrictMath.pow(n, tilt);
                double decay = damping * StrictMath.pow(frequency / 260, 0.7) * (1 + 0.15 * n);
                partials.add(new Partial(f, level, 0.002, decay, 15));
                partials.add(new Partial(f * (1 + detuned), 0.6 * level, 0.002, 0.4 * decay, 15));
            }
            return new Note(partials, new Breath(knock * force, 1200, 0.002, 60), Vibrato.NONE);
        };
    }

    static Instrument mallet(Dice dice) {
        double[] ratios = BARS.get(dice.from(0, BARS.size() - 1));
        double damping = dice.ratio(0.8, 8);
        double hardness = dice.between(0.25, 0.8);
        double shimmer = dice.chance(0.3) ? dice.between(0.1, 0.4) : 0;
        double rate = dice.between(3, 7);
        double knock = dice.between(0.1, 0.8);
        return (frequency, force) -> {
            List<Partial> partials = new ArrayList<>();
            double level = 1;
            for (double ratio : ratios) {
                double decay = damping * Math.sqrt(frequency / 260) * (1 + 0.8 * (ratio - 1));
                partials.add(new Partial(ratio * frequency, level, 0.0015, decay, 10));
                level *= hardness * (0.5 + 0.5 * force);
            }
            return new Note(
                    partials, new Breath(knock * force, 5 * frequency, 0.001, 80), new Vibrato(rate, 0, shimmer));
        };
    }
}
