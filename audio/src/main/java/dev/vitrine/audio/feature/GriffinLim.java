package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * A sound from magnitudes alone: librosa's {@code griffinlim}. The phases are guessed, the sound is made and analysed
 * again, its phases are taken, and so on; the momentum goes a little beyond each step.
 *
 * <pre>
 * A = S * P;  repeat:  R = stft(istft(A));  P = R - momentum / (1 + momentum) * R before;  A = S * P / |P|
 * </pre>
 *
 * <p><b>Shape</b>: [F, T] to [L], as {@link Istft}.
 *
 * <p>Source: Griffin and Lim, "Signal Estimation from Modified Short-Time Fourier Transform", IEEE Trans. ASSP 1984;
 * Perraudin, Balazs and Søndergaard, "A Fast Griffin-Lim Algorithm", WASPAA 2013.
 *
 * @param framing how the sound was cut
 * @param iterations {@code n_iter}, at least 1; librosa's default is 32
 * @param momentum at least 0; librosa's default is 0.99, and 0 is the algorithm of 1984
 * @param start the first guess, {@code init}
 * @param seed of a random guess: equal seeds, equal sounds (but not librosa's)
 */
public record GriffinLim(Framing framing, int iterations, double momentum, Start start, long seed) {
    /** The phases at the start. */
    public enum Start {
        /** All 0 ({@code init=None}). */
        ZERO,
        /** Drawn evenly from the circle ({@code init="random"}), librosa's default. */
        RANDOM
    }

    public GriffinLim {
        if (iterations < 1 || !(momentum >= 0)) {
            throw new IllegalArgumentException(
                    "Griffin-Lim needs at least 1 iteration and a momentum of at least 0, got " + iterations + " and "
                            + momentum);
        }
    }

    /** librosa's defaults. */
    public static GriffinLim usual(Framing framing, long seed) {
        return new GriffinLim(framing, 32, 0.99, Start.RANDOM, seed);
    }

    /**
     * The sound of a magnitude spectrogram [F][T].
     *
     * @param length samples, {@code length}; as many as the frames give where not given
     */
    public Waveform of(double[][] magnitude, int sampleRate, OptionalInt length) {
        Istft istft = new Istft(framing, length);
        Stft stft = new Stft(framing);
        ComplexSpectrogram angles = guess(magnitude);
        ComplexSpectrogram before = null;
        for (int i = 0; i < iterations; i++) {
            ComplexSpectrogram rebuilt = stft.of(new Waveform(istft.of(angles), sampleRate));
            angles = toMagnitude(magnitude, before == null ? rebuilt : beyond(rebuilt, before));
            before = rebuilt;
        }
        return new Waveform(istft.of(angles), sampleRate);
    }

    private ComplexSpectrogram guess(double[][] magnitude) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] re = new double[magnitude.length][magnitude[0].length];
        double[][] im = new double[magnitude.length][magnitude[0].length];
        for (int f = 0; f < re.length; f++) {
            for (int t = 0; t < re[f].length; t++) {
                double angle = start == Start.RANDOM ? 2 * Math.PI * random.nextDouble() : 0;
                re[f][t] = magnitude[f][t] * Math.cos(angle);
                im[f][t] = magnitude[f][t] * Math.sin(angle);
            }
        }
        return new ComplexSpectrogram(re, im);
    }

    private ComplexSpectrogram beyond(ComplexSpectrogram rebuilt, ComplexSpectrogram before) {
        double share = momentum / (1 + momentum);
        return new ComplexSpectrogram(
                difference(rebuilt.re(), before.re(), share), difference(rebuilt.im(), before.im(), share));
    }

    private static double[][] difference(double[][] a, double[][] b, double share) {
        double[][] values = new double[a.length][a[0].length];
        for (int f = 0; f < a.length; f++) {
            for (int t = 0; t < a[f].length; t++) {
                values[f][t] = a[f][t] - share * b[f][t];
            }
        }
        return values;
    }

    /** The same phases with the magnitudes that are wanted; a cell of no phase stays 0. */
    private static ComplexSpectrogram toMagnitude(double[][] magnitude, ComplexSpectrogram phases) {
        double[][] re = new double[magnitude.length][magnitude[0].length];
        double[][] im = new double[magnitude.length][magnitude[0].length];
        for (int f = 0; f < re.length; f++) {
            for (int t = 0; t < re[f].length; t++) {
                double length = Math.hypot(phases.re()[f][t], phases.im()[f][t]) + Float.MIN_NORMAL;
                re[f][t] = magnitude[f][t] * phases.re()[f][t] / length;
                im[f][t] = magnitude[f][t] * phases.im()[f][t] / length;
            }
        }
        return new ComplexSpectrogram(re, im);
    }
}
