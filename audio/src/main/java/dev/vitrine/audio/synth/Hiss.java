package dev.vitrine.audio.synth;

import java.util.function.DoubleUnaryOperator;

/** Noise in a band. */
final class Hiss {
    private static final double NYQUIST = SynthSet.SAMPLE_RATE / 2.0;

    private Hiss() {}

    /**
     * Adds noise that is as strong whatever the width of its band.
     *
     * @param start first sample
     * @param seconds how long, or until the mix ends
     * @param center of the band, in Hz
     * @param width of the band, in Hz
     * @param level by the time since the start, in s
     */
    static void add(
            double[] mix,
            int start,
            double seconds,
            double center,
            double width,
            DoubleUnaryOperator level,
            Dice dice) {
        Resonator band = new Resonator();
        band.tune(center, width);
        double strength = Math.sqrt(NYQUIST / width);
        int end = Math.min(mix.length, start + (int) (seconds * SynthSet.SAMPLE_RATE));
        for (int i = start; i < end; i++) {
            double t = (double) (i - start) / SynthSet.SAMPLE_RATE;
            mix[i] += strength * level.applyAsDouble(t) * band.next(dice.between(-1, 1));
        }
    }
}
