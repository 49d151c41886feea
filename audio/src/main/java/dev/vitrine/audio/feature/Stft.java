package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;

/**
 * The short-time Fourier transform: librosa's {@code stft}.
 *
 * <pre>
 * X[f, t] = sum over n of  w[n] * x[t * hop + n - offset] * exp(-2 pi i f n / fftSize)
 * </pre>
 *
 * with offset = fftSize / 2 for centred frames and 0 otherwise.
 *
 * <p><b>Shape</b>: [F, T], F = fftSize / 2 + 1 frequencies, T = {@link Framing#frames}.
 *
 * <p>Source: Allen and Rabiner, "A Unified Approach to Short-Time Fourier Analysis and Synthesis", Proc. IEEE 1977.
 *
 * @param framing how the sound is cut
 */
public record Stft(Framing framing) {
    /** X, [F][T]. */
    public ComplexSpectrogram of(Waveform sound) {
        FrameSpectra spectra = new FrameSpectra(framing, sound);
        double[][] re = room(sound);
        double[][] im = room(sound);
        double[] reColumn = new double[re.length];
        double[] imColumn = new double[re.length];
        for (int t = 0; t < re[0].length; t++) {
            spectra.forward(t, reColumn, imColumn);
            Columns.put(reColumn, re, t);
            Columns.put(imColumn, im, t);
        }
        return new ComplexSpectrogram(re, im);
    }

    /** |X|, [F][T]. */
    public double[][] magnitude(Waveform sound) {
        double[][] values = power(sound);
        for (double[] row : values) {
            for (int t = 0; t < row.length; t++) {
                row[t] = Math.sqrt(row[t]);
            }
        }
        return values;
    }

    /** |X|², [F][T]. */
    public double[][] power(Waveform sound) {
        FrameSpectra spectra = new FrameSpectra(framing, sound);
        double[][] values = room(sound);
        double[] column = new double[values.length];
        for (int t = 0; t < values[0].length; t++) {
            spectra.power(t, column);
            Columns.put(column, values, t);
        }
        return values;
    }

    private double[][] room(Waveform sound) {
        return new double[framing.bins()][framing.frames(sound.samples().length)];
    }
}
