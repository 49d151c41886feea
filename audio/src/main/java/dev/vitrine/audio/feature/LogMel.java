package dev.vitrine.audio.feature;

import dev.vitrine.audio.dsp.Fft;
import dev.vitrine.audio.io.Waveform;

/**
 * A mel spectrogram in decibels: librosa's {@code power_to_db(melspectrogram(y), ref=1.0, amin=1e-10, top_db=80)} with
 * periodic Hann window, {@code center=True} and {@code pad_mode="constant"}.
 *
 * <p><b>Shape</b>: [bands, frames], frames = 1 + samples / hop.
 *
 * @param fftSize samples of one frame, {@code n_fft}
 * @param hop samples between frames, {@code hop_length}
 * @param bands mel bands, {@code n_mels}
 */
public record LogMel(int fftSize, int hop, int bands) {
    private static final double SMALLEST_POWER = 1e-10;
    private static final double TOP_DB = 80;

    /** The spectrogram of a sound, [bands][frames], in dB. */
    public double[][] of(Waveform sound) {
        double[][] filters = new MelFilterBank(sound.sampleRate(), fftSize, bands).weights();
        int frames = 1 + sound.samples().length / hop;
        double[][] levels = new double[bands][frames];
        Fft fft = new Fft(fftSize);
        double[] window = hann();
        double[] frame = new double[fftSize];
        double[] power = new double[fft.bins()];
        double loudest = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < frames; t++) {
            cut(sound.samples(), t * hop - fftSize / 2, window, frame);
            fft.power(frame, power);
            for (int band = 0; band < bands; band++) {
                levels[band][t] = 10 * Math.log10(Math.max(SMALLEST_POWER, dot(filters[band], power)));
                loudest = Math.max(loudest, levels[band][t]);
            }
        }
        clipBelow(levels, loudest - TOP_DB);
        return levels;
    }

    private static void cut(float[] samples, int first, double[] window, double[] frame) {
        for (int i = 0; i < frame.length; i++) {
            int at = first + i;
            frame[i] = at >= 0 && at < samples.length ? samples[at] * window[i] : 0;
        }
    }

    private double[] hann() {
        double[] window = new double[fftSize];
        for (int i = 0; i < fftSize; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / fftSize);
        }
        return window;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void clipBelow(double[][] levels, double floor) {
        for (double[] band : levels) {
            for (int t = 0; t < band.length; t++) {
                band[t] = Math.max(floor, band[t]);
            }
        }
    }
}
