package dev.vitrine.audio.dataset;

/**
 * How windows are taken from clips.
 *
 * @param length samples of a window
 * @param silence a window whose largest sample is not above this, in standard deviations of its clip, counts as silent
 * @param normalisation what is scaled
 */
public record Segmenting(int length, double silence, Normalisation normalisation) {
    /** One second at 16 kHz, silent up to 0.4 deviations, each window scaled by itself. */
    public static final Segmenting ONE_SECOND = new Segmenting(16_000, 0.4, Normalisation.WINDOW);

    public Segmenting {
        if (length < 1) {
            throw new IllegalArgumentException("window length must be at least 1, got " + length);
        }
    }
}
