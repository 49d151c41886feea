package dev.vitrine.audio.synth;

import java.util.List;

/**
 * A note as a sum of sines and a band of noise.
 *
 * <p>Source: Risset and Mathews, "Analysis of musical-instrument tones", Physics Today 22, 1969 (each partial with an
 * envelope of its own).
 *
 * @param partials those above 7600 Hz are left out
 * @param breath noise
 * @param vibrato of all partials
 */
record Note(List<Partial> partials, Breath breath, Vibrato vibrato) {
    private static final double TOP = 7600;
    private static final int BLOCK = 32;

    Note {
        partials = List.copyOf(partials);
    }

    /**
     * Plays it.
     *
     * @param seconds in all
     * @param held seconds until it is let go
     */
    double[] samples(double seconds, double held, Dice dice) {
        double[] mix = new double[(int) (seconds * SynthSet.SAMPLE_RATE)];
        for (Partial partial : partials) {
            double phase = dice.between(0, 2 * Math.PI);
            if (partial.frequency() < TOP) {
                add(partial, phase, held, mix);
            }
        }
        breath.add(mix, held, dice);
        return mix;
    }

    /** A pointer that turns: frequency is kept for a block, level goes in a straight line from block to block. */
    private void add(Partial partial, double phase, double held, double[] mix) {
        double x = StrictMath.cos(phase);
        double y = StrictMath.sin(phase);
        double level = 0;
        for (int start = 0; start < mix.length; start += BLOCK) {
            double t = (double) start / SynthSet.SAMPLE_RATE;
            double angle = 2 * Math.PI * partial.frequency() * vibrato.pitchFactor(t) / SynthSet.SAMPLE_RATE;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double end = t + (double) BLOCK / SynthSet.SAMPLE_RATE;
            double step = (partial.level(end, held) * vibrato.loudnessFactor(end) - level) / BLOCK;
            for (int i = start; i < Math.min(start + BLOCK, mix.length); i++) {
                mix[i] += level * y;
                level += step;
                double turned = x * cos - y * sin;
                y = x * sin + y * cos;
                x = turned;
            }
        }
    }
}
