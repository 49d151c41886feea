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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** A clip as 25 or 26 means over time: chroma, level, four measures of the spectrum, and MFCC. */
public enum MusicSpeechFeatures {
    /** As the original had them: a slice left the last of 20 MFCC out. */
    ORIGINAL_25(19),
    /** With all 20 MFCC. */
    ALL_26(20);

    private static final int SAMPLE_RATE = 22_050;

    /** librosa's defaults: RMS of the samples, chroma tuned to the sound. */
    private static final FeatureOptions OPTIONS = new FeatureOptions(
            Framing.centered(2048, 512), MelBands.slaney(128), 20, Rms.From.SAMPLES, OptionalDouble.empty());

    private static final List<Feature> SINGLE = List.of(
            Feature.RMS,
            Feature.SPECTRAL_CENTROID,
            Feature.SPECTRAL_BANDWIDTH,
            Feature.SPECTRAL_ROLLOFF,
            Feature.ZERO_CROSSING_RATE);

    private final int coefficients;

    MusicSpeechFeatures(int coefficients) {
        this.coefficients = coefficients;
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
                .orElseThrow(() -> new UserError("--features must be 25 (the original's) or 26, got " + count));
    }

    /** How many. */
    public int count() {
        return 1 + SINGLE.size() + coefficients;
    }

    /** Their names, in order. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of("chroma_stft"));
        SINGLE.forEach(feature -> names.add(feature.word()));
        for (int k = 0; k < coefficients; k++) {
            names.add("mfcc_" + k);
        }
        return names;
    }

    /** Of a sound; librosa's defaults at 22,050 Hz. */
    public float[] of(Waveform sound) {
        float[] samples = Resampler.resample(sound, SAMPLE_RATE).samples();
        Set<Feature> wanted = EnumSet.of(Feature.CHROMA_STFT, Feature.MFCC);
        wanted.addAll(SINGLE);
        FeatureArrays arrays = new FeatureArrays();
        new FeatureExtractor(OPTIONS, wanted).extract(() -> source(samples), SAMPLE_RATE, arrays);
        return means(arrays);
    }

    private float[] means(FeatureArrays arrays) {
        float[] means = new float[count()];
        double chroma = 0;
        double[][] classes = arrays.of(Feature.CHROMA_STFT);
        for (double[] row : classes) {
            chroma += ClipStatistics.Row.of(row).mean() / classes.length;
        }
        means[0] = (float) chroma;
        for (int i = 0; i < SINGLE.size(); i++) {
            means[1 + i] = mean(arrays.of(SINGLE.get(i))[0]);
        }
        for (int k = 0; k < coefficients; k++) {
            means[1 + SINGLE.size() + k] = mean(arrays.of(Feature.MFCC)[k]);
        }
        return means;
    }

    private static float mean(double[] row) {
        return (float) ClipStatistics.Row.of(row).mean();
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
