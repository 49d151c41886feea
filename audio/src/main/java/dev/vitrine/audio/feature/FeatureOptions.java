package dev.vitrine.audio.feature;

import java.util.OptionalDouble;

/**
 * The parameters of all features.
 *
 * @param framing how the sound is cut
 * @param bands mel bands
 * @param coefficients {@code n_mfcc}, at most the number of bands
 * @param rms what the root of the mean square is taken of
 * @param tuning of chroma, in semitones; estimated from the sound where not given
 */
public record FeatureOptions(Framing framing, MelBands bands, int coefficients, Rms.From rms, OptionalDouble tuning) {
    public FeatureOptions {
        if (coefficients < 1 || coefficients > bands.count()) {
            throw new IllegalArgumentException(
                    "there must be 1 to " + bands.count() + " (mel bands) coefficients, got " + coefficients);
        }
    }

    /** librosa's defaults; RMS of the spectrum, and chroma at concert pitch. */
    public static FeatureOptions usual() {
        return new FeatureOptions(
                Framing.centered(2048, 512), MelBands.slaney(128), 20, Rms.From.SPECTRUM, OptionalDouble.of(0));
    }
}
