package dev.vitrine.audio.synth;

/** A short sound that has nothing to do with the animal. */
enum Distractor {
    /** Noise that dies away: a door, a thing that falls. */
    BANG {
        @Override
        double[] samples(Dice dice) {
            Resonator body = new Resonator();
            double center = dice.ratio(100, 1500);
            body.tune(center, center * dice.between(0.4, 1.5));
            double[] out = new double[seconds(0.08, 0.3, dice)];
            for (int i = 0; i < out.length; i++) {
                out[i] = body.next(dice.between(-1, 1)) * StrictMath.exp(-6.0 * i / out.length);
            }
            return out;
        }
    },
    /** A tone that glides: a bird, a telephone. */
    CHIRP {
        @Override
        double[] samples(Dice dice) {
            Curve pitch = new Curve(dice.ratio(300, 4000), dice.ratio(300, 4000));
            double[] out = new double[seconds(0.05, 0.25, dice)];
            double phase = 0;
            for (int i = 0; i < out.length; i++) {
                double t = (double) i / out.length;
                phase += 2 * Math.PI * pitch.at(t) / SynthSet.SAMPLE_RATE;
                out[i] = 4 * t * (1 - t) * StrictMath.sin(phase);
            }
            return out;
        }
    };

    /** The samples at {@link CatsDogsSynth#SAMPLE_RATE}, at any level. */
    abstract double[] samples(Dice dice);

    private static int seconds(double least, double most, Dice dice) {
        return (int) (dice.between(least, most) * SynthSet.SAMPLE_RATE);
    }
}
