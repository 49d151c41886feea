package dev.vitrine.audio.feature;

/**
 * How a sound is cut into frames.
 *
 * @param fftSize samples of one frame, {@code n_fft}; even, at least 2
 * @param hop samples between frames, {@code hop_length}; at least 1
 * @param windowLength samples of the Hann window, {@code win_length}; 1 to fftSize, in the middle of the frame
 * @param padding what stands around the sound
 */
public record Framing(int fftSize, int hop, int windowLength, Padding padding) {
    public Framing {
        if (fftSize < 2 || fftSize % 2 != 0) {
            throw new IllegalArgumentException("fftSize must be even and at least 2, got " + fftSize);
        }
        if (hop < 1) {
            throw new IllegalArgumentException("hop must be at least 1, got " + hop);
        }
        if (windowLength < 1 || windowLength > fftSize) {
            throw new IllegalArgumentException(
                    "windowLength must be 1 to fftSize = " + fftSize + ", got " + windowLength);
        }
    }

    /** Centred frames over zeros with a window as long as the frame. */
    public static Framing centered(int fftSize, int hop) {
        return new Framing(fftSize, hop, fftSize, Padding.ZEROS);
    }

    /**
     * The number of frames of a sound: 1 + samples / hop where centred, else 1 + (samples - fftSize) / hop.
     *
     * @throws IllegalArgumentException if the sound is too short for one frame, or for being mirrored
     */
    public int frames(int samples) {
        int least = switch (padding) {
            case NONE -> fftSize;
            case ZEROS -> 1;
            case REFLECT -> fftSize / 2 + 1;
        };
        if (samples < least) {
            throw new IllegalArgumentException("the sound has " + samples + " samples; expected at least " + least
                    + " for frames of " + fftSize + " with padding " + padding);
        }
        return 1 + (padding == Padding.NONE ? samples - fftSize : samples) / hop;
    }
}
