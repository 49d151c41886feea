package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;
import java.util.stream.IntStream;

/**
 * The power of a sound by mel band and frame: librosa's {@code melspectrogram} with {@code power=2}.
 *
 * <p><b>Shape</b>: [M, T], M bands, T frames. The spectrum is never held whole.
 *
 * @param framing how the sound is cut
 * @param bands which bands
 */
public record MelSpectrogram(Framing framing, MelBands bands) {
    /** Frames that one thread takes at a time. */
    private static final int BLOCK = 256;

    /** Power, [M][T]. Long sounds are shared out between threads. */
    public double[][] power(Waveform sound) {
        MelFilterBank filters = new MelFilterBank(sound.sampleRate(), framing.fftSize(), bands);
        int frames = framing.frames(sound.samples().length);
        double[][] power = new double[bands.count()][frames];
        IntStream.range(0, (frames + BLOCK - 1) / BLOCK)
                .parallel()
                .forEach(block -> fill(power, block * BLOCK, sound, filters));
        return power;
    }

    private void fill(double[][] power, int first, Waveform sound, MelFilterBank filters) {
        FrameSpectra spectra = new FrameSpectra(framing, sound);
        double[] spectrum = new double[framing.bins()];
        double[] column = new double[bands.count()];
        for (int t = first; t < Math.min(first + BLOCK, power[0].length); t++) {
            spectra.power(t, spectrum);
            filters.apply(spectrum, column);
            Columns.put(column, power, t);
        }
    }
}
