package dev.vitrine.audio.fingerprint;

import dev.vitrine.audio.dsp.Fft;
import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.io.Waveform;

/**
 * The words of one sound. With E[t, b] the energy of frame t in band b, bit b of word t is
 *
 * <pre>
 * (E[t, b] - E[t, b + 1]) - (E[t - 1, b] - E[t - 1, b + 1]) &gt; 0,   b = 0 .. 31
 * </pre>
 *
 * <p>so neither loudness nor a filter that changes slowly along the spectrum matters. Frames of 128 ms begin every 8 ms; the
 * 33 bands reach from 300 to 3400 Hz, evenly spaced in pitch. The sound is brought to 8 kHz first.
 *
 * @param words of 32 bits, [T]
 * @param heard whether there is anything but silence in the frame, [T]
 */
public record SoundPrint(int[] words, boolean[] heard) {
    /** T of one second. */
    public static final int WORDS_PER_SECOND = 125;

    private static final int RATE = 8000;
    private static final int FRAME = 1024;
    private static final int HOP = RATE / WORDS_PER_SECOND;
    private static final int BANDS = 33;
    private static final double LOWEST = 300;
    private static final double HIGHEST = 3400;

    /** A frame with a smaller root mean square within the bands is silent: -74 dB of full scale. */
    private static final double QUIET = 2e-4;

    /** The words of a sound; none if it is shorter than two frames. */
    public static SoundPrint of(Waveform sound) {
        float[] x = Resampler.resample(sound, RATE).samples();
        int count = x.length < FRAME + HOP ? 0 : (x.length - FRAME) / HOP;
        int[] words = new int[count];
        boolean[] heard = new boolean[count];
        Energies energies = new Energies();
        double[] before = new double[BANDS];
        double[] now = new double[BANDS];
        for (int t = 0; t <= count && count > 0; t++) {
            double sum = energies.of(x, t * HOP, now);
            if (t > 0) {
                words[t - 1] = word(before, now);
                heard[t - 1] = sum > energies.silence();
            }
            System.arraycopy(now, 0, before, 0, BANDS);
        }
        return new SoundPrint(words, heard);
    }

    private static int word(double[] before, double[] now) {
        int word = 0;
        for (int b = 0; b < BANDS - 1; b++) {
            boolean rises = now[b] - now[b + 1] - (before[b] - before[b + 1]) > 0;
            word |= rises ? 1 << b : 0;
        }
        return word;
    }

    /** Sums the power of a frame by band. Not for several threads. */
    private static final class Energies {
        private final Fft fft = new Fft(FRAME);
        private final double[] window = new double[FRAME];
        private final double[] frame = new double[FRAME];
        private final double[] power = new double[FRAME / 2 + 1];
        private final int[] edges = new int[BANDS + 1];

        Energies() {
            for (int n = 0; n < FRAME; n++) {
                window[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / FRAME);
            }
            for (int b = 0; b <= BANDS; b++) {
                double hz = LOWEST * Math.pow(HIGHEST / LOWEST, (double) b / BANDS);
                edges[b] = (int) Math.ceil(hz * FRAME / RATE);
            }
        }

        double of(float[] x, int first, double[] bands) {
            for (int n = 0; n < FRAME; n++) {
                frame[n] = window[n] * x[first + n];
            }
            fft.power(frame, power);
            double sum = 0;
            for (int b = 0; b < BANDS; b++) {
                double energy = 0;
                for (int f = edges[b]; f < edges[b + 1]; f++) {
                    energy += power[f];
                }
                bands[b] = energy;
                sum += energy;
            }
            return sum;
        }

        /** Parseval: half the spectrum of a windowed frame with this root mean square. */
        double silence() {
            double squares = 0;
            for (double w : window) {
                squares += w * w;
            }
            return QUIET * QUIET * FRAME * squares / 2;
        }
    }
}
