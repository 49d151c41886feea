package dev.vitrine.audio.feature;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second pass of {@link FeatureExtractor}: gives the columns of one frame after another. */
final class FeatureColumns {
    private static final Map<Feature, FrameFeature> SINGLE = Map.of(
            Feature.ZERO_CROSSING_RATE, new ZeroCrossingRate(),
            Feature.SPECTRAL_CENTROID, new SpectralCentroid(),
            Feature.SPECTRAL_BANDWIDTH, new SpectralBandwidth(),
            Feature.SPECTRAL_ROLLOFF, new SpectralRolloff(),
            Feature.SPECTRAL_FLATNESS, new SpectralFlatness());

    private final Set<Feature> wanted;
    private final Survey survey;
    private final MelFilterBank filters;
    private final FeatureSink sink;
    private final Map<Feature, FrameFeature> single = new EnumMap<>(Feature.class);
    private final FilterRow[] cosines;
    private final @Nullable ContrastBands contrast;
    private final @Nullable ChromaFilterBank chroma;
    private final @Nullable DeltaStream delta;
    private final @Nullable DeltaStream delta2;
    private final double[] mel;
    private final double[] coefficients;
    private final double[] classes = new double[ChromaFilterBank.CLASSES];
    private final double[] peaks;
    private final double[] valleys;
    private final double[] one = new double[1];

    FeatureColumns(
            FeatureOptions options,
            Set<Feature> wanted,
            int sampleRate,
            Survey survey,
            MelFilterBank filters,
            @Nullable ContrastBands contrast,
            FeatureSink sink) {
        this.wanted = wanted;
        this.survey = survey;
        this.filters = filters;
        this.contrast = contrast;
        this.sink = sink;
        int bands = options.bands().count();
        this.mel = new double[bands];
        this.cosines = Mfcc.of(options.coefficients()).rows(bands);
        this.coefficients = new double[options.coefficients()];
        this.peaks = new double[contrast == null ? 0 : contrast.count()];
        this.valleys = peaks.clone();
        this.single.putAll(SINGLE);
        this.single.put(Feature.RMS, new Rms(options.rms()));
        this.single.keySet().retainAll(wanted);
        begin(Feature.STFT_MAGNITUDE, options.framing().bins());
        begin(Feature.MEL_POWER, bands);
        begin(Feature.MEL_DB, bands);
        begin(Feature.MFCC, options.coefficients());
        begin(Feature.CHROMA_STFT, ChromaFilterBank.CLASSES);
        begin(Feature.SPECTRAL_CONTRAST, peaks.length);
        this.single.keySet().forEach(feature -> begin(feature, 1));
        this.delta = delta(Delta.first(), Feature.MFCC_DELTA);
        this.delta2 = delta(Delta.second(), Feature.MFCC_DELTA2);
        this.chroma = wanted.contains(Feature.CHROMA_STFT)
                ? new ChromaFilterBank(
                        sampleRate,
                        options.framing().fftSize(),
                        options.tuning().orElseGet(survey::tuning))
                : null;
        giveFilters(options.framing().bins());
    }

    private void begin(Feature feature, int rows) {
        if (wanted.contains(feature)) {
            sink.begin(feature, rows, survey.frames());
        }
    }

    private @Nullable DeltaStream delta(Delta how, Feature feature) {
        return wanted.contains(feature)
                ? new DeltaStream(how, coefficients.length, survey.frames(), feature, sink)
                : null;
    }

    private void giveFilters(int bins) {
        if (wanted.contains(Feature.MEL_FILTERS)) {
            double[][] weights = filters.weights();
            sink.begin(Feature.MEL_FILTERS, weights.length, bins);
            double[] column = new double[weights.length];
            for (int f = 0; f < bins; f++) {
                Columns.get(weights, f, column);
                sink.column(Feature.MEL_FILTERS, f, column);
            }
        }
    }

    private void column(Feature feature, int t, double[] values) {
        if (wanted.contains(feature)) {
            sink.column(feature, t, values);
        }
    }

    /** Gives the columns of frame t. */
    void give(int t, Frame frame) {
        if (wanted.contains(Feature.STFT_MAGNITUDE)) {
            sink.column(Feature.STFT_MAGNITUDE, t, frame.magnitude());
        }
        giveMel(t, frame);
        if (chroma != null) {
            chroma.apply(frame.power(), classes);
            sink.column(Feature.CHROMA_STFT, t, classes);
        }
        giveContrast(t, frame);
        single.forEach((feature, measure) -> {
            one[0] = measure.of(frame);
            sink.column(feature, t, one);
        });
    }

    private void giveMel(int t, Frame frame) {
        filters.apply(frame.power(), mel);
        column(Feature.MEL_POWER, t, mel);
        raise(mel, survey.floorOfMel());
        column(Feature.MEL_DB, t, mel);
        Mfcc.apply(cosines, mel, coefficients);
        column(Feature.MFCC, t, coefficients);
        if (delta != null) {
            delta.push(coefficients);
        }
        if (delta2 != null) {
            delta2.push(coefficients);
        }
    }

    private void giveContrast(int t, Frame frame) {
        if (contrast != null) {
            contrast.apply(frame.magnitude(), peaks, valleys);
            raise(peaks, survey.floorOfPeaks());
            raise(valleys, survey.floorOfValleys());
            for (int b = 0; b < peaks.length; b++) {
                peaks[b] -= valleys[b];
            }
            sink.column(Feature.SPECTRAL_CONTRAST, t, peaks);
        }
    }

    /** Powers to levels in dB, none below {@code floor}. */
    private static void raise(double[] values, double floor) {
        Decibels levels = Decibels.power();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(floor, levels.level(values[i]));
        }
    }
}
