package dev.vitrine.audio.synth;

/** What happens to a sound on its way to the file. */
final class Recording {
    private static final double HEADROOM = 0.95;
    private static final Span LEVELS = new Span(0.03, 0.13);

    private Recording() {}

    /** Puts a sound into a room with noise, whose level is a share of the sound's peak, and records it. */
    static float[] of(double[] mix, Span noise, Dice dice) {
        Room.echo(mix, dice);
        Background.add(mix, Loudness.peak(mix) * noise.ratio(dice), dice);
        Microphone.colour(mix, dice);
        return levelled(mix, dice);
    }

    /** The same range of power for all classes, so that loudness tells nothing; peak 0.95 at most. */
    static float[] levelled(double[] mix, Dice dice) {
        double level = Math.min(LEVELS.ratio(dice) / Loudness.rootMeanSquare(mix), HEADROOM / Loudness.peak(mix));
        float[] out = new float[mix.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (level * mix[i]);
        }
        return out;
    }
}
