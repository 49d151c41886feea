package dev.vitrine.experiments.musicspeech;

import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.feature.ClipStatistics;
import dev.vitrine.audio.feature.Feature;
import dev.vitrine.audio.feature.FeatureArrays;
import dev.vitrine.audio.feature.FeatureExtractor;
import dev.vitrine.audio.feature.FeatureOptions;
import dev.vitrine.audio.feature.Framing;
import dev.vitrine.audio.feature.MelBands;
import dev.vitrine.audio.feature.Rms;
import dev.vitrine.audio.feature.SampleSource;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.features.SoundCharts;
import dev.vitrine.experiments.recipe.Hearing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A clip as numbers over time: chroma, level, four measures of the spectrum, and MFCC. 25 or 26 means, or beside them as many
 * deviations: speech comes and goes, and a mean does not show it.
 */
public enum MusicSpeechFeatures {
    /** As the original had them: a slice left the last of 20 MFCC out. */
    ORIGINAL_25(19, Measured.MEAN),
    /** With all 20 MFCC. */
    ALL_26(20, Measured.MEAN),
    /** The same, and the deviation of each. */
    DEVIATIONS_52(20, Measured.MEAN_AND_DEVIATION);

    /** What is kept of a feature over time. */
    private enum Measured {
        MEAN,
        MEAN_AND_DEVIATION
    }

    private static final int SAMPLE_RATE = 22_050;
    private static final int TEN = 10;
    private static final int FRAME = 2048;

    /** librosa's defaults: RMS of the samples, chroma tuned to the sound. */
    private static final FeatureOptions OPTIONS = new FeatureOptions(
            Framing.centered(FRAME, 512), MelBands.slaney(128), 20, Rms.From.SAMPLES, OptionalDouble.empty());

    private static final List<Feature> SINGLE = List.of(
            Feature.RMS,
            Feature.SPECTRAL_CENTROID,
            Feature.SPECTRAL_BANDWIDTH,
            Feature.SPECTRAL_ROLLOFF,
            Feature.ZERO_CROSSING_RATE);

    private final int coefficients;
    private final Measured measured;

    MusicSpeechFeatures(int coefficients, Measured measured) {
        this.coefficients = coefficients;
        this.measured = measured;
    }

    /**
     * The set of so many features.
     *
     * @throws UserError if there is none
     */
    public static MusicSpeechFeatures counting(int count) {
        return Arrays.stream(values())
                .filter(each -> each.count() == count)
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "--features must be 25 (the original's), 26 or 52 (with deviations), got " + count));
    }

    /** How much of a sound they are of, for windows of so many seconds; 0 for all of it. */
    static Hearing hearing(int seconds) {
        return new Hearing((long) seconds * SAMPLE_RATE, FRAME, SAMPLE_RATE);
    }

    /** Of {@link #ofTenSamples}. */
    static Hearing hearingTenSamples() {
        return new Hearing(TEN, FRAME, SAMPLE_RATE);
    }

    /** Draws what the features are means of, for one sound. */
    static void draw(Path folder, String stem, String name, Waveform sound) throws IOException {
        SoundCharts.write(
                folder,
                stem,
                name,
                new Waveform(Resampler.resample(sound, SAMPLE_RATE).samples(), SAMPLE_RATE),
                OPTIONS);
    }

    /** How many. */
    public int count() {
        return measured == Measured.MEAN ? rows() : 2 * rows();
    }

    private int rows() {
        return 1 + SINGLE.size() + coefficients;
    }

    /** Their names, in order. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of("chroma_stft"));
        SINGLE.forEach(feature -> names.add(feature.word()));
        for (int k = 0; k < coefficients; k++) {
            names.add("mfcc_" + k);
        }
        if (measured == Measured.MEAN_AND_DEVIATION) {
            List.copyOf(names).forEach(name -> names.add(name + "_std"));
        }
        return names;
    }

    /** Of a sound; librosa's defaults at 22,050 Hz. */
    public float[] of(Waveform sound) {
        return windows(sound, 0).get(0);
    }

    /** Of the ten samples at the beginning: where ten seconds were meant. */
    public float[] ofTenSamples(Waveform sound) {
        float[] samples = Resampler.resample(sound, SAMPLE_RATE).samples();
        return of(new Waveform(Arrays.copyOf(samples, TEN), SAMPLE_RATE));
    }

    /**
     * Of stretches of a sound, one beginning in every second.
     *
     * @param seconds of a stretch; 0, or more than there are, for all of it
     */
    public List<float[]> windows(Waveform sound, int seconds) {
        float[] samples = Resampler.resample(sound, SAMPLE_RATE).samples();
        Set<Feature> wanted = EnumSet.of(Feature.CHROMA_STFT, Feature.MFCC);
        wanted.addAll(SINGLE);
        FeatureArrays arrays = new FeatureArrays();
        new FeatureExtractor(OPTIONS, wanted).extract(() -> source(samples), SAMPLE_RATE, arrays);
        double[][] rows = rows(arrays);
        int frames = rows[0].length;
        int second = SAMPLE_RATE / OPTIONS.framing().hop();
        int length = seconds == 0 ? frames : Math.min(frames, seconds * second);
        List<float[]> windows = new ArrayList<>();
        for (int from = 0; from + length <= frames; from += second) {
            windows.add(numbers(rows, from, from + length));
        }
        return windows;
    }

    /** Each feature over time, [rows][T]; chroma as the mean of its twelve. */
    private double[][] rows(FeatureArrays arrays) {
        double[][] rows = new double[rows()][];
        rows[0] = columnMeans(arrays.of(Feature.CHROMA_STFT));
        for (int i = 0; i < SINGLE.size(); i++) {
            rows[1 + i] = arrays.of(SINGLE.get(i))[0];
        }
        for (int k = 0; k < coefficients; k++) {
            rows[1 + SINGLE.size() + k] = arrays.of(Feature.MFCC)[k];
        }
        return rows;
    }

    private static double[] columnMeans(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int t = 0; t < means.length; t++) {
                means[t] += row[t] / rows.length;
            }
        }
        return means;
    }

    private float[] numbers(double[][] rows, int from, int to) {
        float[] numbers = new float[count()];
        for (int i = 0; i < rows.length; i++) {
            ClipStatistics.Row statistics = ClipStatistics.Row.of(Arrays.copyOfRange(rows[i], from, to));
            numbers[i] = (float) statistics.mean();
            if (measured == Measured.MEAN_AND_DEVIATION) {
                numbers[rows.length + i] = (float) statistics.std();
            }
        }
        return numbers;
    }

    private static SampleSource source(float[] samples) {
        int[] at = {0};
        return (into, from, count) -> {
            int n = Math.min(count, samples.length - at[0]);
            System.arraycopy(samples, at[0], into, from, n);
            at[0] += n;
            return n;
        };
    }
}
