package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.feature.Feature;
import dev.vitrine.audio.feature.FeatureOptions;
import dev.vitrine.audio.feature.Framing;
import dev.vitrine.audio.feature.MelBands;
import dev.vitrine.audio.feature.MelNorm;
import dev.vitrine.audio.feature.MelScale;
import dev.vitrine.audio.feature.Padding;
import dev.vitrine.audio.feature.Rms;
import dev.vitrine.audio.feature.Taper;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.features.Charts;
import dev.vitrine.experiments.features.FeatureBatch;
import dev.vitrine.experiments.features.FeatureFormat;
import dev.vitrine.experiments.features.FeaturePlan;
import dev.vitrine.experiments.features.SoundFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code vitrine features}: librosa's features of any number of sound files. */
@Parameters(commandDescription = "Compute librosa's features of sound files, with librosa's numbers.")
final class FeaturesCommand implements Command {
    private static final int NAMED = 20;

    @Parameter(placeholder = "FILE", description = "Sound files, or folders of them.")
    private List<String> files = new ArrayList<>();

    @Parameter(names = "--out", placeholder = "DIR", description = "Where the features go.", required = true)
    private @Nullable Path out;

    @Parameter(
            names = "--format",
            placeholder = "npy|csv",
            description = "An array for each feature and file, or a table with a row for each file.")
    private String format = "npy";

    @Parameter(names = "--features", placeholder = "NAME,..", description = "Which features; all if left out.")
    private @Nullable String features;

    @Parameter(names = "--charts", description = "Draw each file too: SVG, PNG and the CSV behind them.")
    private boolean charts;

    @Parameter(names = "--n-fft", placeholder = "N", description = "Samples of a frame; even.")
    private int frame = 2048;

    @Parameter(names = "--hop-length", placeholder = "N", description = "Samples between frames.")
    private int hop = 512;

    @Parameter(names = "--win-length", placeholder = "N", description = "Samples of the window; --n-fft if left out.")
    private @Nullable Integer window;

    @Parameter(names = "--window", placeholder = "NAME", description = "hann, hamming, blackman or rectangular.")
    private String taper = "hann";

    @Parameter(names = "--n-mels", placeholder = "N", description = "Mel bands.")
    private int bands = 128;

    @Parameter(names = "--f-min", placeholder = "HZ", description = "Where the first mel band begins.")
    private double lowest;

    @Parameter(
            names = "--f-max",
            placeholder = "HZ",
            description = "Where the last mel band ends; half the sample rate.")
    private @Nullable Double highest;

    @Parameter(names = "--mel-scale", placeholder = "slaney|htk", description = "How pitch is measured.")
    private String scale = "slaney";

    @Parameter(names = "--mel-norm", placeholder = "slaney|none", description = "Mel bands of area 1, or of height 1.")
    private String norm = "slaney";

    @Parameter(names = "--n-mfcc", placeholder = "N", description = "Cepstral coefficients.")
    private int coefficients = 20;

    @Parameter(
            names = "--pad-mode",
            placeholder = "constant|reflect|edge",
            description = "What stands around the sound: zeros, the sound mirrored, its last sample.")
    private String padding = "constant";

    @Parameter(
            names = "--no-center",
            description = "Let frame t begin at sample t * hop, with nothing around the sound.")
    private boolean uncentred;

    @Parameter(names = "--rms", placeholder = "spectrum|samples", description = "What rms is taken of.")
    private String rms = "spectrum";

    @Parameter(names = "--tuning", placeholder = "X", description = "Of chroma, in semitones, or estimate.")
    private String tuning = "0";

    @Parameter(names = "--sample-rate", placeholder = "native|HZ", description = "Resample to this rate first.")
    private String sampleRate = "native";

    @Parameter(names = "--strict", description = "Stop at the first file that cannot be used.")
    private boolean strict;

    @Override
    public String name() {
        return "features";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("bark.wav --out features", "bark.mfcc.npy and fourteen more, each [bins, frames]."),
                new Example("recordings --out table --format csv", "One row for each file: means and deviations."),
                new Example("recordings --out mels --features mel_db --sample-rate 16000", "Log-mel spectrograms."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Names, defaults and numbers are librosa's: " + String.join(", ", Feature.words()) + ".",
                "What is there already for the same content and parameters is not computed again.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (files.isEmpty() || out == null) {
            throw new UserError("features: expected at least one file or folder; see vitrine features --help");
        }
        FeaturePlan plan = plan(out);
        List<SoundFiles.Item> items =
                SoundFiles.find(files.stream().map(Path::of).toList());
        Files.createDirectories(out);
        FeatureBatch.Outcome outcome;
        try (Progress progress = console.progress("files", items.size(), 0)) {
            outcome = FeatureBatch.make(
                    plan,
                    items,
                    strict ? Strictness.STRICT : Strictness.LENIENT,
                    done -> progress.at(done, Progress.Measures.NONE),
                    stop::requested);
        }
        if (stop.requested()) {
            console.warn("stopped after %d of %d files; the same command goes on from there"
                    .formatted(outcome.done(), items.size()));
            return;
        }
        report(outcome, console);
    }

    private void report(FeatureBatch.Outcome outcome, Console console) {
        list("left out: ", outcome.notes(), console);
        list("not used: ", outcome.unreadable(), console);
        if (outcome.done() == 0 && !outcome.unreadable().isEmpty()) {
            throw new UserError("none of the files could be used; the first: "
                    + outcome.unreadable().get(0));
        }
        if (!outcome.unreadable().isEmpty()) {
            console.warn(outcome.unreadable().size() + " files could not be used; --strict stops at the first");
        }
        console.say("features of %d files in %s (%d computed, %d were there)"
                .formatted(outcome.done(), out, outcome.done() - outcome.remembered(), outcome.remembered()));
    }

    private static void list(String head, List<String> lines, Console console) {
        lines.stream().limit(NAMED).forEach(line -> console.warn(head + line));
        if (lines.size() > NAMED) {
            console.warn(head + "... and " + (lines.size() - NAMED) + " more");
        }
    }

    private FeaturePlan plan(Path folder) {
        FeatureFormat wanted = one(FeatureFormat.class, "--format", format);
        try {
            Framing framing = new Framing(
                    frame, hop, window == null ? frame : window, one(Taper.class, "--window", taper), padding());
            MelBands mel = new MelBands(
                    bands,
                    lowest,
                    highest == null ? Double.POSITIVE_INFINITY : highest,
                    one(MelScale.class, "--mel-scale", scale),
                    one(MelNorm.class, "--mel-norm", norm));
            FeatureOptions options =
                    new FeatureOptions(framing, mel, coefficients, one(Rms.From.class, "--rms", rms), tuning());
            return new FeaturePlan(
                    options, wantedFeatures(wanted), wanted, charts ? Charts.DRAWN : Charts.NONE, rate(), folder);
        } catch (IllegalArgumentException e) {
            throw new UserError("features: " + e.getMessage() + "; see vitrine features --help", e);
        }
    }

    private Padding padding() {
        Padding around = switch (padding) {
            case "constant" -> Padding.ZEROS;
            case "reflect" -> Padding.REFLECT;
            case "edge" -> Padding.EDGE;
            default -> throw new UserError("--pad-mode must be constant, reflect or edge, got " + padding);
        };
        return uncentred ? Padding.NONE : around;
    }

    private OptionalDouble tuning() {
        try {
            return tuning.equals("estimate") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(tuning));
        } catch (NumberFormatException e) {
            throw new UserError("--tuning must be a number of semitones or estimate, got " + tuning, e);
        }
    }

    private OptionalInt rate() {
        if (sampleRate.equals("native")) {
            return OptionalInt.empty();
        }
        if (!sampleRate.matches("[1-9]\\d{0,6}")) {
            throw new UserError("--sample-rate must be native or a number of Hz, got " + sampleRate);
        }
        return OptionalInt.of(Integer.parseInt(sampleRate));
    }

    private Set<Feature> wantedFeatures(FeatureFormat wanted) {
        if (features == null) {
            return FeaturePlan.usual(wanted);
        }
        Set<Feature> chosen = EnumSet.noneOf(Feature.class);
        for (String word : features.split(",", -1)) {
            chosen.add(Feature.called(word)
                    .orElseThrow(() -> new UserError("no feature " + word + Nearest.suggestion(word, Feature.words())
                            + "; there are " + String.join(", ", Feature.words()))));
        }
        if (wanted == FeatureFormat.CSV && chosen.contains(Feature.MEL_FILTERS)) {
            throw new UserError("mel_filters has no mean over time; leave it out, or ask for --format npy");
        }
        return chosen;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String option, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new UserError(option + " must be "
                        + Arrays.stream(type.getEnumConstants())
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" or "))
                        + ", got " + word));
    }
}
