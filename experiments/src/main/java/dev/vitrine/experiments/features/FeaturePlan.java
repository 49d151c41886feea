package dev.vitrine.experiments.features;

import dev.vitrine.audio.feature.Feature;
import dev.vitrine.audio.feature.FeatureOptions;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is to be made of each file.
 *
 * @param options the parameters of all features
 * @param features which ones
 * @param format how they are written
 * @param charts whether each file gets charts too
 * @param sampleRate to which the sound is resampled, in Hz; its own where not given
 * @param out the folder for all outputs
 */
public record FeaturePlan(
        FeatureOptions options,
        Set<Feature> features,
        FeatureFormat format,
        Charts charts,
        OptionalInt sampleRate,
        Path out) {
    /** What is too large, or not of the sound, for a row of a table. */
    private static final Set<Feature> ARRAYS_ONLY =
            EnumSet.of(Feature.STFT_MAGNITUDE, Feature.MEL_FILTERS, Feature.MEL_POWER);

    /** Copies the set. */
    public FeaturePlan {
        if (features.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one feature");
        }
        features = Collections.unmodifiableSet(EnumSet.copyOf(features));
    }

    /** What is made where nothing is named: everything, but for a table only what a row has room for. */
    public static Set<Feature> usual(FeatureFormat format) {
        return format == FeatureFormat.NPY
                ? EnumSet.allOf(Feature.class)
                : EnumSet.complementOf(EnumSet.copyOf(ARRAYS_ONLY));
    }

    /** All that the outputs depend on but the sound: equal texts, equal outputs. */
    String parameters() {
        return options + " " + features + " " + format + " " + charts + " " + sampleRate;
    }
}
