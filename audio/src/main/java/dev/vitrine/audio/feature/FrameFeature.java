package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;

/**
 * One number for each frame of a sound.
 *
 * <p><b>Shape</b>: [1, T], as librosa gives it; T = {@link Framing#frames}.
 */
public sealed interface FrameFeature
        permits Rms, SpectralBandwidth, SpectralCentroid, SpectralFlatness, SpectralRolloff, ZeroCrossingRate {
    /** The number of one frame. */
    double of(Frame frame);

    /**
     * The numbers of all frames, [1][T].
     *
     * @throws IllegalArgumentException if the sound is too short for a frame
     */
    default double[][] of(Waveform sound, Framing framing) {
        double[][] values = new double[1][framing.frames(sound.samples().length)];
        FrameSpectra spectra = new FrameSpectra(framing, sound);
        Frame frame = new Frame(spectra, framing, sound.sampleRate());
        for (int t = 0; t < values[0].length; t++) {
            frame.take(t);
            values[0][t] = of(frame);
        }
        return values;
    }
}
