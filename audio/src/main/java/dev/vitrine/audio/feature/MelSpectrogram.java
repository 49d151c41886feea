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
    /** Fewer frames are not worth a thread, nor the tables that each has to make. */
    private static final int FEW = 256;

    /** Frames that are summed in bands at once. */
    private static final int GROUP = 4;

    /** Power, [M][T]. Long sounds are shared out between threads. */
    public double[][] power(Waveform sound) {
        MelFilterBank filters = new MelFilterBank(sound.sampleRate(), framing.fftSize(), bands);
        int frames = framing.frames(sound.samples().length);
        double[][] power = new double[bands.count()][frames];
        int parts = Math.max(1, Math.min(frames / FEW, 2 * Runtime.getRuntime().availableProcessors()));
        IntStream.range(0, parts).parallel().forEach(part -> {
            int first = (int) ((long) frames * part / parts);
            int end = (int) ((long) frames * (part + 1) / parts);
            fill(power, first, end, new FrameSpectra(framing, sound), filters);
        });
        return power;
    }

    private void fill(double[][] power, int first, int end, FrameSpectra spectra, MelFilterBank filters) {
        double[][] group = new double[GROUP][framing.bins()];
        double[] column = new double[bands.count()];
        int t = first;
        for (; t + GROUP <= end; t += GROUP) {
            for (int i = 0; i < GROUP; i++) {
                spectra.power(t + i, group[i]);
            }
            filters.applyToFour(group, power, t);
        }
        for (; t < end; t++) {
            spectra.power(t, group[0]);
            filters.apply(group[0], column);
            Columns.put(column, power, t);
        }
    }
}
