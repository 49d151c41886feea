package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;
import java.util.Arrays;

/**
 * How far an instrument is off concert pitch (A4 = 440 Hz), as a share of a semitone from -0.5 to 0.5: librosa's
 * {@code estimate_tuning} from the power spectrum, as {@code chroma_stft} uses it.
 *
 * <p>The peaks of each frame between 150 and 4000 Hz, at least a tenth as strong as the frame's strongest, are set to
 * the top of the parabola through their neighbours. Of those at least as strong as the median, the most frequent
 * distance from a semitone, in steps of a hundredth, is the tuning.
 */
public final class Tuning {
    private static final double LOWEST_HZ = 150;
    private static final double HIGHEST_HZ = 4000;
    private static final double SHARE_OF_STRONGEST = 0.1;
    private static final int STEPS = 100;

    private final Framing framing;
    private final int sampleRate;
    private final int semitones;
    private float[] strengths = new float[1 << 10];
    private byte[] steps = new byte[1 << 10];
    private int peaks;

    /**
     * Nothing heard yet.
     *
     * @param semitones pitches in an octave, {@code bins_per_octave}
     */
    Tuning(Framing framing, int sampleRate, int semitones) {
        this.framing = framing;
        this.sampleRate = sampleRate;
        this.semitones = semitones;
    }

    /** The tuning of a sound, in semitones, -0.5 to 0.5. */
    public static double of(Waveform sound, Framing framing) {
        Tuning tuning = new Tuning(framing, sound.sampleRate(), 12);
        FrameSpectra spectra = new FrameSpectra(framing, sound);
        double[] power = new double[framing.bins()];
        for (int t = 0; spectra.has(t); t++) {
            spectra.power(t, power);
            tuning.hear(power);
        }
        return tuning.estimate();
    }

    /** Notes the peaks of a frame's spectrum |X|². */
    void hear(double[] power) {
        double strongest = 0;
        for (double p : power) {
            strongest = Math.max(strongest, p);
        }
        double least = SHARE_OF_STRONGEST * strongest;
        double limit = Math.min(HIGHEST_HZ, sampleRate / 2.0);
        for (int f = 1; f + 1 < power.length && framing.hz(f, sampleRate) < limit; f++) {
            double here = power[f];
            double below = power[f - 1] > least ? power[f - 1] : 0;
            double above = power[f + 1] > least ? power[f + 1] : 0;
            if (here > least && here > below && here >= above && framing.hz(f, sampleRate) >= LOWEST_HZ) {
                note(power, f);
            }
        }
    }

    private void note(double[] power, int f) {
        double bend = power[f + 1] + power[f - 1] - 2 * power[f];
        double slope = (power[f + 1] - power[f - 1]) / 2;
        double shift = Math.abs(slope) >= Math.abs(bend) ? 0 : -slope / bend;
        if (peaks == steps.length) {
            strengths = Arrays.copyOf(strengths, peaks + peaks / 2);
            steps = Arrays.copyOf(steps, peaks + peaks / 2);
        }
        strengths[peaks] = (float) (power[f] + 0.5 * slope * shift);
        steps[peaks] = (byte) step((f + shift) * sampleRate / framing.fftSize());
        peaks++;
    }

    /** Which hundredth of a semitone, 0 to 99, from half a semitone below. */
    private int step(double hz) {
        double pitch = semitones * octaves(hz);
        double away = pitch - Math.floor(pitch);
        away -= away >= 0.5 ? 1 : 0;
        return Math.min(STEPS - 1, (int) Math.floor((away + 0.5) * STEPS));
    }

    /** Octaves above A0, 27.5 Hz. */
    static double octaves(double hz) {
        return Math.log(hz / 27.5) / Math.log(2);
    }

    /** The tuning of what was heard, 0 if there was no peak. */
    double estimate() {
        if (peaks == 0) {
            return 0;
        }
        double median = median();
        int[] counts = new int[STEPS];
        for (int i = 0; i < peaks; i++) {
            if (strengths[i] >= median) {
                counts[steps[i]]++;
            }
        }
        int most = 0;
        for (int step = 1; step < STEPS; step++) {
            most = counts[step] > counts[most] ? step : most;
        }
        return (double) most / STEPS - 0.5;
    }

    private double median() {
        float[] sorted = Arrays.copyOf(strengths, peaks);
        Arrays.sort(sorted);
        return (sorted[(peaks - 1) / 2] + (double) sorted[peaks / 2]) / 2;
    }
}
