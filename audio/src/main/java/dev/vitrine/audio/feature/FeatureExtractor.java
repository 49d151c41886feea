package dev.vitrine.audio.feature;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes many features of a sound together, with one Fourier transform for each frame, in memory that does not grow
 * with the sound: a first pass surveys it, a second gives the columns. One extractor serves many sounds, one at a time
 * or several in parallel.
 */
public final class FeatureExtractor {
    private final FeatureOptions options;
    private final Set<Feature> wanted;

    /** An extractor of these features. */
    public FeatureExtractor(FeatureOptions options, Set<Feature> wanted) {
        this.options = options;
        this.wanted = wanted.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(wanted);
    }

    /**
     * Computes the features of a sound.
     *
     * @param sound gives the sound's samples from the start; asked twice
     * @param sampleRate in Hz
     * @param sink takes the columns
     * @return the features that this sound cannot have, and why
     * @throws IllegalArgumentException if the sound is too short for a frame, or the mel bands begin too high
     */
    public Map<Feature, String> extract(Supplier<SampleSource> sound, int sampleRate, FeatureSink sink) {
        Map<Feature, String> leftOut = new EnumMap<>(Feature.class);
        Set<Feature> possible = wanted.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(wanted);
        ContrastBands contrast = contrast(sampleRate, possible, leftOut);
        MelFilterBank filters = new MelFilterBank(sampleRate, options.framing().fftSize(), options.bands());
        SpectrumMemory memory = new SpectrumMemory();
        Survey survey = survey(sound, sampleRate, possible, filters, contrast, memory);
        leaveOutDeltas(survey.frames(), possible, leftOut);
        FrameSpectra spectra = new FrameSpectra(options.framing(), new SlidingSamples(sound.get()), memory);
        FeatureColumns columns = new FeatureColumns(options, possible, sampleRate, survey, filters, contrast, sink);
        Frame frame = new Frame(spectra, options.framing(), sampleRate);
        for (int t = 0; t < survey.frames(); t++) {
            frame.take(t);
            columns.give(t, frame);
        }
        return leftOut;
    }

    private @Nullable ContrastBands contrast(int sampleRate, Set<Feature> possible, Map<Feature, String> leftOut) {
        if (!possible.contains(Feature.SPECTRAL_CONTRAST)) {
            return null;
        }
        try {
            return new ContrastBands(new SpectralContrast(), options.framing(), sampleRate);
        } catch (IllegalArgumentException e) {
            possible.remove(Feature.SPECTRAL_CONTRAST);
            leftOut.put(Feature.SPECTRAL_CONTRAST, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private Survey survey(
            Supplier<SampleSource> sound,
            int sampleRate,
            Set<Feature> possible,
            MelFilterBank filters,
            @Nullable ContrastBands contrast,
            SpectrumMemory memory) {
        boolean tuned = options.tuning().isPresent() || !possible.contains(Feature.CHROMA_STFT);
        boolean levels = possible.stream()
                .anyMatch(EnumSet.of(Feature.MEL_DB, Feature.MFCC, Feature.MFCC_DELTA, Feature.MFCC_DELTA2)::contains);
        Survey survey = new Survey(
                tuned ? null : new Tuning(options.framing(), sampleRate, ChromaFilterBank.CLASSES),
                levels ? filters : null,
                options.bands().count(),
                contrast);
        FrameSpectra spectra = new FrameSpectra(options.framing(), new SlidingSamples(sound.get()));
        Frame frame = new Frame(spectra, options.framing(), sampleRate);
        for (long t = 0; spectra.has(t); t++) {
            frame.take(t);
            memory.keep(frame.power());
            survey.look(frame);
        }
        return survey;
    }

    private static void leaveOutDeltas(int frames, Set<Feature> possible, Map<Feature, String> leftOut) {
        for (Feature delta : EnumSet.of(Feature.MFCC_DELTA, Feature.MFCC_DELTA2)) {
            int needed = Delta.first().width();
            if (frames < needed && possible.remove(delta)) {
                leftOut.put(delta, "a delta over " + needed + " frames needs as many, got " + frames + " frames");
            }
        }
    }
}
