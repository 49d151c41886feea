package dev.vitrine.audio.feature;

import dev.vitrine.audio.dsp.Fft;
import dev.vitrine.audio.io.Waveform;

/** The frames of a sound, one after another, and their spectra. Not for several threads. */
final class FrameSpectra {
    private final Framing framing;
    private final SlidingSamples sound;
    private final SpectrumMemory memory;
    private final Fft fft;
    private final double[] window;
    private final float[] samples;
    private final double[] windowed;

    FrameSpectra(Framing framing, SlidingSamples sound) {
        this(framing, sound, new SpectrumMemory());
    }

    FrameSpectra(Framing framing, SlidingSamples sound, SpectrumMemory memory) {
        this.framing = framing;
        this.sound = sound;
        this.memory = memory;
        this.fft = new Fft(framing.fftSize());
        this.window = framing.window();
        this.samples = new float[framing.fftSize()];
        this.windowed = new double[framing.fftSize()];
        if (!sound.reaches(framing.fewestSamples())) {
            framing.frames(sound.length()); // says what is missing
        }
    }

    FrameSpectra(Framing framing, Waveform sound) {
        this(framing, new SlidingSamples(sound));
    }

    /** Tells whether the sound has a frame t. */
    boolean has(long t) {
        long needed = framing.padding() == Padding.NONE ? framing.first(t) + framing.fftSize() : t * framing.hop();
        return sound.reaches(needed);
    }

    /** The samples of frame t, without a window. */
    void samples(long t, Padding padding, float[] into) {
        sound.copy(framing.first(t), padding, into);
    }

    /** |X|² of frame t, [F]. */
    void power(long t, double[] column) {
        if (!memory.recall(t, column)) {
            cut(t);
            fft.power(windowed, column);
        }
    }

    /** X of frame t, [F] each. */
    void forward(long t, double[] re, double[] im) {
        cut(t);
        fft.forward(windowed, re, im);
    }

    private void cut(long t) {
        samples(t, framing.padding(), samples);
        for (int n = 0; n < windowed.length; n++) {
            windowed[n] = window[n] * samples[n];
        }
    }
}
