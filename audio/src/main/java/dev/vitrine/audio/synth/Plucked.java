package dev.vitrine.audio.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * A plucked string.
 *
 * <pre>
 * f_n = n f sqrt(1 + b n^2)      level_n = |sin(pi n p)| / n^tilt      decay_n = damping (1 + n^1.5 / 12)
 * </pre>
 *
 * with p the place of the finger as a share of the string.
 *
 * <p>Source: Fletcher and Rossing, "The Physics of Musical Instruments", 2nd ed. 1998, sections 2.7 and 2.18.
 */
final class Plucked {
    private static final int PARTIALS = 40;

    private Plucked() {}

    static Instrument thrown(Span tilts, Span dampings, Dice dice) {
        double tilt = tilts.thrown(dice);
        double damping = dampings.thrown(dice);
        double place = dice.between(0.08, 0.4);
        double stiffness = dice.ratio(1e-5, 2e-4);
        double release = dice.between(6, 25);
        double knock = dice.between(0.05, 0.6);
        return (frequency, force) -> {
            List<Partial> partials = new ArrayList<>();
            for (int n = 1; n <= PARTIALS; n++) {
                double level =
                        Math.abs(StrictMath.sin(Math.PI * n * place)) / StrictMath.pow(n, tilt + 0.5 * (1 - force));
                double decay = damping * (1 + StrictMath.pow(n, 1.5) / 12);
                partials.add(
                        new Partial(n * frequency * Math.sqrt(1 + stiffness * n * n), level, 0.003, decay, release));
            }
            return new Note(partials, new Breath(knock * force, 4 * frequency, 0.002, 40), Vibrato.NONE);
        };
    }
}
