package dev.vitrine.audio.feature;

/** One frame of a sound, and what measures of it have in common; valid until the next frame is taken. */
public final class Frame {
    private final FrameSpectra from;
    private final Framing framing;
    private final int sampleRate;
    private final double[] power;
    private final double[] magnitude;
    private final float[] samples;
    private long index;
    private boolean magnitudeKnown;

    Frame(FrameSpectra from, Framing framing, int sampleRate) {
        this.from = from;
        this.framing = framing;
        this.sampleRate = sampleRate;
        this.power = new double[framing.bins()];
        this.magnitude = new double[framing.bins()];
        this.samples = new float[framing.fftSize()];
    }

    /** Goes to frame t. */
    void take(long t) {
        index = t;
        magnitudeKnown = false;
        from.power(t, power);
    }

    /** |X|², [F]. */
    double[] power() {
        return power;
    }

    /** |X|, [F]. */
    double[] magnitude() {
        if (!magnitudeKnown) {
            for (int f = 0; f < power.length; f++) {
                magnitude[f] = Math.sqrt(power[f]);
            }
            magnitudeKnown = true;
        }
        return magnitude;
    }

    /** The samples without a window, with this around the sound if frames are centred. */
    float[] samples(Padding padding) {
        from.samples(index, framing.padded(padding).padding(), samples);
        return samples;
    }

    /** What stands around the sound. */
    Padding padding() {
        return framing.padding();
    }

    /** The frequency of bin f in Hz. */
    double hz(int f) {
        return framing.hz(f, sampleRate);
    }
}
