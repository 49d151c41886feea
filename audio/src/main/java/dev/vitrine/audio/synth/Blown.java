package dev.vitrine.audio.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * Brass, reeds and flutes.
 *
 * <p>Source: Risset and Mathews, "Analysis of musical-instrument tones", Physics Today 22, 1969, for brass: the stronger
 * the tone, the more of its high partials, and these rise last.
 */
final class Blown {
    private static final int PARTIALS = 32;

    private Blown() {}

    static Instrument brass(Dice dice) {
        Formants bell = Formants.still(dice.ratio(500, 1400), dice.ratio(1800, 3000));
        double tilt = dice.between(0.5, 1.3);
        double rise = dice.between(0.015, 0.05);
        double breath = dice.between(0.02, 0.15);
        Vibrato vibrato = vibrato(0.004, 0.1, dice);
        return (frequency, force) -> {
            List<Partial> partials = new ArrayList<>();
            for (int n = 1; n <= PARTIALS; n++) {
                double level = (0.2 + bell.gain(n * frequency, 0)) / StrictMath.pow(n, tilt + 1.2 * (1 - force));
                partials.add(new Partial(n * frequency, level, rise * (1 + 0.25 * n), 0, 18));
            }
            return new Note(partials, new Breath(breath, 3 * frequency, rise, 4), vibrato);
        };
    }

    static Instrument reed(Dice dice) {
        Formants tube = Formants.still(dice.ratio(700, 1600), dice.ratio(2000, 3400));
        double even = dice.ratio(0.05, 0.6);
        double tilt = dice.between(0.3, 1);
        double rise = dice.between(0.01, 0.05);
        double breath = dice.between(0.02, 0.12);
        Vibrato vibrato = vibrato(0.005, 0.15, dice);
        return (frequency, force) -> {
            List<Partial> partials = new ArrayList<>();
            for (int n = 1; n <= PARTIALS; n++) {
                double level = (n % 2 == 0 ? even : 1)
                        * (0.3 + tube.gain(n * frequency, 0))
                        / StrictMath.pow(n, tilt + 0.7 * (1 - force));
                partials.add(new Partial(n * frequency, level, rise, 0, 22));
            }
            return new Note(partials, new Breath(breath, 2500, rise, 0), vibrato);
        };
    }

    static Instrument flute(Dice dice) {
        double second = dice.between(0.15, 0.8);
        double others = dice.between(0.2, 0.6);
        double rise = dice.between(0.03, 0.12);
        double breath = dice.between(0.2, 1.2);
        Vibrato vibrato = vibrato(0.006, 0.35, dice);
        return (frequency, force) -> {
            List<Partial> partials = new ArrayList<>();
            double level = 1;
            for (int n = 1; n <= 8; n++) {
                partials.add(new Partial(n * frequency, level, rise, 0, 15));
                level *= (n == 1 ? second : others) * (0.5 + 0.5 * force);
            }
            return new Note(partials, new Breath(breath, 2 * frequency, 0.5 * rise, 0), vibrato);
        };
    }

    /** Vibrato up to so deep; half of all players have none. */
    static Vibrato vibrato(double pitch, double loudness, Dice dice) {
        double depth = dice.chance(0.5) ? dice.between(0.3, 1) : 0;
        return new Vibrato(dice.between(4.5, 6.5), depth * pitch, depth * loudness);
    }
}
