package dev.vitrine.audio.feature;

import dev.vitrine.audio.dsp.Fft;
import dev.vitrine.audio.io.Waveform;

/**
 * The short-time Fourier transform: librosa's {@code stft} with a periodic Hann window.
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
        Fft fft = new Fft(framing.fftSize());
        int frames = framing.frames(sound.samples().length);
        double[][] values = new double[fft.bins()][frames];
        double[] window = window();
        double[] frame = new double[framing.fftSize()];
        double[] column = new double[fft.bins()];
        for (int t = 0; t < frames; t++) {
            cut(sound.samples(), t, window, frame);
            fft.power(frame, column);
            for (int f = 0; f < column.length; f++) {
                values[f][t] = column[f];
            }
        }
        return values;
    }

    private void cut(float[] samples, int t, double[] window, double[] frame) {
        int offset = framing.padding() == Padding.NONE ? 0 : framing.fftSize() / 2;
        int first = t * framing.hop() - offset;
        for (int n = 0; n < frame.length; n++) {
            frame[n] = window[n] == 0 ? 0 : window[n] * at(samples, first + n);
        }
    }

    private double at(float[] samples, int i) {
        if (i >= 0 && i < samples.length) {
            return samples[i];
        } else if (framing.padding() == Padding.REFLECT) {
            return samples[i < 0 ? -i : 2 * (samples.length - 1) - i];
        }
        return 0;
    }

    /** Hann, periodic, in the middle of the frame. */
    private double[] window() {
        double[] window = new double[framing.fftSize()];
        int length = framing.windowLength();
        int before = (framing.fftSize() - length) / 2;
        for (int i = 0; i < length; i++) {
            window[before + i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
        }
        return window;
    }
}
