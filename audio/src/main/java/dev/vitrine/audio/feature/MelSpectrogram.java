package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;

/**
 * The power of a sound by mel band and frame: librosa's {@code melspectrogram} with {@code power=2}.
 *
 * <p><b>Shape</b>: [M, T], M bands, T frames. The spectrum is never held whole.
 *
 * @param framing how the sound is cut
 * @param bands which bands
 */
public record MelSpectrogram(Framing framing, MelBands bands) {
    /** Power, [M][T]. */
    public double[][] power(Waveform sound) {
        MelFilterBank filters = new MelFilterBank(sound.sampleRate(), framing.fftSize(), bands);
        double[][] power = new double[bands.count()][framing.frames(sound.samples().length)];
        FrameSpectra spectra = new FrameSpectra(framing, sound);
        double[] spectrum = new double[framing.bins()];
        double[] column = new double[bands.count()];
        for (int t = 0; t < power[0].length; t++) {
            spectra.power(t, spectrum);
            filters.apply(spectrum, column);
            Columns.put(column, power, t);
        }
        return power;
    }
}
