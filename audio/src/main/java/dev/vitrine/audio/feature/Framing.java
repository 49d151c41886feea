package dev.vitrine.audio.feature;

/**
 * How a sound is cut into frames.
 *
 * @param fftSize samples of one frame, {@code n_fft}; even, at least 2
 * @param hop samples between frames, {@code hop_length}; at least 1
 * @param windowLength samples of the window, {@code win_length}; 1 to fftSize, in the middle of the frame
 * @param taper the window's form, {@code window}
 * @param padding what stands around the sound, {@code center} and {@code pad_mode}
 */
public record Framing(int fftSize, int hop, int windowLength, Taper taper, Padding padding) {
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

    /** librosa's defaults: centred frames over zeros, with a Hann window as long as the frame. */
    public static Framing centered(int fftSize, int hop) {
        return new Framing(fftSize, hop, fftSize, Taper.HANN, Padding.ZEROS);
    }

    /** The same frames with something else around the sound; frames that were not centred stay as they are. */
    Framing padded(Padding other) {
        return padding == Padding.NONE ? this : new Framing(fftSize, hop, windowLength, taper, other);
    }

    /** The number of frequencies F of a frame: fftSize / 2 + 1. */
    public int bins() {
        return fftSize / 2 + 1;
    }

    /** The frequency of bin f in Hz. */
    double hz(int f, int sampleRate) {
        return (double) f * sampleRate / fftSize;
    }

    /** Where frame t begins; below 0 where it begins in the padding. */
    long first(long t) {
        return t * hop - margin();
    }

    /** Samples of padding on each side. */
    int margin() {
        return padding == Padding.NONE ? 0 : fftSize / 2;
    }

    /** The fewest samples that give a frame. */
    int fewestSamples() {
        return switch (padding) {
            case NONE -> fftSize;
            case ZEROS, EDGE -> 1;
            case REFLECT -> fftSize / 2 + 1;
        };
    }

    /**
     * The number of frames of a sound: 1 + samples / hop where centred, else 1 + (samples - fftSize) / hop.
     *
     * @throws IllegalArgumentException if the sound is too short for one frame, or for being mirrored
     */
    public int frames(long samples) {
        if (samples < fewestSamples()) {
            throw new IllegalArgumentException("the sound has " + samples + " samples; expected at least "
                    + fewestSamples() + " for frames of " + fftSize + " with padding " + padding);
        }
        return Math.toIntExact(1 + (padding == Padding.NONE ? samples - fftSize : samples) / hop);
    }

    /** The window's values, fftSize of them: the taper in the middle, zeros around it. */
    double[] window() {
        double[] window = new double[fftSize];
        System.arraycopy(taper.values(windowLength), 0, window, (fftSize - windowLength) / 2, windowLength);
        return window;
    }
}
