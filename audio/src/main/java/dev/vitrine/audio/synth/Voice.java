package dev.vitrine.audio.synth;

import java.util.List;

/**
 * One utterance: pulses of a gliding pitch and breath, both shaped by gliding formants.
 *
 * <pre>
 * s(t) = loudness(t) * tremble(t) * ( sum over h of  gain(h f0, t) / h^tilt(t) * sin(h phase(t))  +  breath * shaped air )
 * tilt(t) = tilt + 0.8 (1 - loudness(t))
 * </pre>
 *
 * The pulses are summed from their harmonics, so that none folds back from above half the sample rate. Air is noise that
 * grows weaker above 1300 Hz. A soft voice is a dull one.
 *
 * <p>Source: Fant, "Acoustic Theory of Speech Production", 1960 (source and filter).
 *
 * @param seconds how long it lasts
 * @param pitch fundamental frequency f0 over its course, in Hz
 * @param formants over its course
 * @param loudness over its course
 * @param timbre what it is made of
 */
record Voice(double seconds, Curve pitch, Formants formants, Curve loudness, Timbre timbre) {
    private static final int CONTROL = 32;
    private static final double TOP = 7500;
    private static final int MOST_HARMONICS = 48;
    private static final double AIR = 0.4;
    private static final double SOFTER_IS_DULLER = 0.8;
    private static final double TURN = 2 * Math.PI;

    /** The samples at {@link CatsDogsSynth#SAMPLE_RATE}. */
    double[] samples(Dice dice) {
        double[] out = new double[(int) (seconds * SynthSet.SAMPLE_RATE)];
        double[] gains = new double[MOST_HARMONICS + 1];
        List<Resonator> mouth = formants.resonators();
        double trembling = dice.between(25, 70);
        double pace = 1;
        double force = 1;
        double phase = 0;
        double air = 0;
        for (int i = 0; i < out.length; i++) {
            double t = (double) i / out.length;
            if (i % CONTROL == 0) {
                fillGains(gains, t);
                formants.tune(mouth, t);
            }
            phase += TURN * pace * pitch.at(t) / SynthSet.SAMPLE_RATE;
            if (phase >= TURN) {
                // A new period: here the pulse is 0, and a change of force makes no click.
                phase -= TURN;
                pace = 1 + timbre.jitter() * dice.between(-1, 1);
                force = 1 + timbre.jitter() * dice.between(-0.5, 0.5);
            }
            air += AIR * (dice.between(-1, 1) - air);
            double breath = timbre.breath() * formants.shaped(mouth, air);
            out[i] = loudness.at(t) * tremble(trembling, i) * (force * harmonics(gains, phase) + breath);
        }
        return out;
    }

    private double tremble(double frequency, int i) {
        double wave = StrictMath.sin(TURN * frequency * i / SynthSet.SAMPLE_RATE);
        return 1 - timbre.growl() * (0.5 + 0.5 * wave);
    }

    private void fillGains(double[] gains, double t) {
        double fundamental = pitch.at(t);
        double tilt = timbre.tilt() + SOFTER_IS_DULLER * (1 - loudness.at(t));
        for (int h = 1; h < gains.length; h++) {
            double f = h * fundamental;
            gains[h] = f > TOP ? 0 : formants.gain(f, t) / StrictMath.pow(h, tilt);
        }
    }

    /** Sines of multiples of one angle by the recurrence sin((h+1)a) = 2 cos(a) sin(ha) - sin((h-1)a). */
    private static double harmonics(double[] gains, double phase) {
        double twice = 2 * StrictMath.cos(phase);
        double before = 0;
        double now = StrictMath.sin(phase);
        double sum = 0;
        for (int h = 1; h < gains.length && gains[h] > 0; h++) {
            sum += gains[h] * now;
            double next = twice * now - before;
            before = now;
            now = next;
        }
        return sum;
    }
}
