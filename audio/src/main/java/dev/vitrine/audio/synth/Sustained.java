package dev.vitrine.audio.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * Organs, bowed strings, synthesisers and singers.
 *
 * <p>Source: Roads, "The Computer Music Tutorial", 1996, chapters 4 (additive) and 5 (subtractive); the vowels from
 * Peterson and Barney, "Control Methods Used in a Study of the Vowels", JASA 24, 1952.
 */
final class Sustained {
    private static final int PARTIALS = 36;
    private static final double[] PIPES = {0.5, 1, 1.5, 2, 3, 4, 5, 6, 8};
    private static final double[] WOOD = {290, 480, 1100, 2600};
    private static final double[][] VOWELS = {
        {730, 1090, 2440, 3500},
        {530, 1840, 2480, 3500},
        {270, 2290, 3010, 3500},
        {570, 840, 2410, 3500},
        {300, 870, 2240, 3500}
    };

    private Sustained() {}

    static Instrument organ(Dice dice) {
        double[] drawn = new double[PIPES.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = i == 1 ? 1 : dice.chance(0.55) ? dice.ratio(0.1, 1) : 0;
        }
        double rise = dice.between(0.003, 0.04);
        double click = dice.between(0, 0.3);
        Vibrato turning = Blown.vibrato(0.003, 0.25, dice);
        return (frequency, force) -> {
            List<Partial> partials = new ArrayList<>();
            for (int i = 0; i < drawn.length; i++) {
                // A pipe is not a sine: two partials more, softly.
                for (int n = 1; n <= 3; n++) {
                    partials.add(new Partial(n * PIPES[i] * frequency, drawn[i] / StrictMath.pow(n, 2.5), rise, 0, 40));
                }
            }
            return new Note(partials, new Breath(click, 2000, 0.002, 90), turning);
        };
    }

    static Instrument bowed(Dice dice) {
        Formants body = Formants.still(dice.around(0.25, WOOD));
        double tilt = dice.between(0.6, 1.2);
        double rise = dice.between(0.04, 0.2);
        double rosin = dice.between(0.02, 0.15);
        Vibrato vibrato = Blown.vibrato(0.01, 0.15, dice);
        return (frequency, force) -> {
            List<Partial> partials = new ArrayList<>();
            for (int n = 1; n <= PARTIALS; n++) {
                double level = (0.3 + body.gain(n * frequency, 0)) / StrictMath.pow(n, tilt + 0.5 * (1 - force));
                partials.add(new Partial(n * frequency, level, rise, 0, 8));
            }
            return new Note(partials, new Breath(rosin, 3000, 0.5 * rise, 0), vibrato);
        };
    }

    static Instrument oscillators(Dice dice) {
        double even = dice.chance(0.5) ? 1 : dice.between(0, 0.3);
        double tilt = dice.between(0.7, 1.3);
        double detuned = dice.ratio(1e-3, 1e-2);
        double closing = dice.chance(0.6) ? dice.ratio(0.02, 0.3) : 0;
        double rise = dice.between(0.002, 0.05);
        Vibrato vibrato = Blown.vibrato(0.008, 0, dice);
        return (frequency, force) -> {
            List<Partial> partials = new ArrayList<>();
            for (int n = 1; n <= PARTIALS; n++) {
                double level = (n % 2 == 0 ? even : 1) * (0.4 + 0.6 * force) / StrictMath.pow(n, tilt);
                partials.add(new Partial(n * frequency, level, rise, closing * (n - 1), 25));
                partials.add(new Partial(n * frequency * (1 + detuned), level, rise, closing * (n - 1), 25));
            }
            return new Note(partials, new Breath(0.01, 1000, rise, 30), vibrato);
        };
    }

    static Instrument sung(Dice dice) {
        double size = dice.ratio(0.9, 1.25);
        double[] vowel = VOWELS[dice.from(0, VOWELS.length - 1)].clone();
        for (int i = 0; i < vowel.length; i++) {
            vowel[i] *= size;
        }
        Formants mouth = Formants.still(dice.around(0.08, vowel));
        double tilt = dice.between(0.4, 1.1);
        double rise = dice.between(0.03, 0.12);
        double breath = dice.between(0.02, 0.15);
        Vibrato vibrato = Blown.vibrato(0.015, 0.15, dice);
        return (frequency, force) -> {
            List<Partial> partials = new ArrayList<>();
            for (int n = 1; n <= PARTIALS; n++) {
                double level = mouth.gain(n * frequency, 0) / StrictMath.pow(n, tilt + 0.5 * (1 - force));
                partials.add(new Partial(n * frequency, level, rise, 0, 14));
            }
            return new Note(partials, new Breath(breath, vowel[1], rise, 0), vibrato);
        };
    }
}
