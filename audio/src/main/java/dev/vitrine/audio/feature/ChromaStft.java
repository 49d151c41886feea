package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;
import java.util.OptionalDouble;

/**
 * How strong each of the twelve pitch classes is, whatever the octave: librosa's {@code chroma_stft} with
 * {@code n_chroma=12, norm=inf}.
 *
 * <p><b>Shape</b>: [12, T], row 0 is C; the largest of each frame is 1 (all 0 in silence).
 *
 * @param tuning how far the instruments are off concert pitch, in semitones; estimated from the sound where not given
 */
public record ChromaStft(OptionalDouble tuning) {
    /** For a known tuning, 0 for concert pitch. */
    public static ChromaStft tuned(double semitones) {
        return new ChromaStft(OptionalDouble.of(semitones));
    }

    /** With the tuning estimated from the sound, librosa's default. */
    public static ChromaStft estimated() {
        return new ChromaStft(OptionalDouble.empty());
    }

    /** The chroma of all frames, [12][T]. */
    public double[][] of(Waveform sound, Framing framing) {
        double[][] power = new Stft(framing).power(sound);
        double[] column = new double[power.length];
        ChromaFilterBank filters = new ChromaFilterBank(
                sound.sampleRate(), framing.fftSize(), tuning.orElseGet(() -> heard(power, sound, framing)));
        double[][] chroma = new double[ChromaFilterBank.CLASSES][power[0].length];
        double[] classes = new double[ChromaFilterBank.CLASSES];
        for (int t = 0; t < power[0].length; t++) {
            Columns.get(power, t, column);
            filters.apply(column, classes);
            Columns.put(classes, chroma, t);
        }
        return chroma;
    }

    private static double heard(double[][] power, Waveform sound, Framing framing) {
        Tuning tuning = new Tuning(framing, sound.sampleRate(), ChromaFilterBank.CLASSES);
        double[] column = new double[power.length];
        for (int t = 0; t < power[0].length; t++) {
            Columns.get(power, t, column);
            tuning.hear(column);
        }
        return tuning.estimate();
    }
}
