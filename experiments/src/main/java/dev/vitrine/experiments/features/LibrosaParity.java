package dev.vitrine.experiments.features;

import dev.vitrine.audio.feature.Feature;
import dev.vitrine.audio.feature.FeatureArrays;
import dev.vitrine.audio.feature.FeatureExtractor;
import dev.vitrine.audio.feature.FeatureOptions;
import dev.vitrine.audio.feature.Framing;
import dev.vitrine.audio.feature.MelBands;
import dev.vitrine.audio.feature.MelNorm;
import dev.vitrine.audio.feature.MelScale;
import dev.vitrine.audio.feature.Padding;
import dev.vitrine.audio.feature.Rms;
import dev.vitrine.audio.feature.Taper;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.io.Npy;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the features are from librosa's own numbers: a folder with {@code manifest.json}, sounds {@code case.wav} and
 * arrays {@code case.feature.npy}.
 */
public final class LibrosaParity {
    /** What is asked for: the worst difference as a share of the feature's largest magnitude. */
    private static final double LIMIT = 1e-4;

    private final List<String> cases = new ArrayList<>();
    private final Map<Feature, Map<String, Double>> worst = new EnumMap<>(Feature.class);
    private final Set<String> unknown = new TreeSet<>();
    private final String version;

    private LibrosaParity(String version) {
        this.version = version;
    }

    /**
     * Compares every feature of every case.
     *
     * @throws UserError if there is no manifest
     * @throws IOException if a file cannot be read
     */
    public static LibrosaParity of(Path folder) throws IOException {
        Path manifest = folder.resolve("manifest.json");
        if (!Files.isRegularFile(manifest)) {
            throw new UserError("no manifest.json in " + folder + "; expected a folder of librosa's numbers");
        }
        JsonNode root = JsonMapper.builder().build().readTree(Files.readAllBytes(manifest));
        LibrosaParity parity = new LibrosaParity(root.path("librosa").asString("of unknown version"));
        for (JsonNode each : root.path("cases")) {
            parity.compare(folder, each);
        }
        return parity;
    }

    private void compare(Path folder, JsonNode entry) throws IOException {
        String name = entry.path("name").asString("");
        cases.add(name);
        Set<Feature> wanted = EnumSet.noneOf(Feature.class);
        for (String word : entry.path("features").propertyNames()) {
            Feature.called(word).ifPresentOrElse(wanted::add, () -> unknown.add(word));
        }
        FeatureArrays arrays = new FeatureArrays();
        try (Recording recording = Recording.open(folder.resolve(name + ".wav"), OptionalInt.empty())) {
            new FeatureExtractor(options(entry.path("parameters")), wanted)
                    .extract(recording::samples, recording.sampleRate(), arrays);
        }
        for (Feature feature : wanted) {
            double[][] expected = rows(Npy.read(folder.resolve(name + "." + feature.word() + ".npy")));
            worst.computeIfAbsent(feature, f -> new LinkedHashMap<>())
                    .put(name, distance(arrays.of(feature), expected));
        }
    }

    private static double[][] rows(HostArray array) {
        int columns = array.shape().size(1);
        double[][] rows = new double[array.shape().size(0)][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(array.values(), row * columns, (row + 1) * columns);
        }
        return rows;
    }

    private static FeatureOptions options(JsonNode p) {
        int frame = p.path("n_fft").asInt(2048);
        Padding padding = p.path("pad_mode").asString("constant").equals("reflect") ? Padding.REFLECT : Padding.ZEROS;
        Framing framing = new Framing(
                frame,
                p.path("hop_length").asInt(512),
                p.path("win_length").asInt(frame),
                Taper.HANN,
                p.path("center").asBoolean(true) ? padding : Padding.NONE);
        MelBands bands = new MelBands(
                p.path("n_mels").asInt(128),
                p.path("fmin").asDouble(0),
                p.path("fmax").isNumber() ? p.path("fmax").asDouble() : Double.POSITIVE_INFINITY,
                p.path("htk").asBoolean(false) ? MelScale.HTK : MelScale.SLANEY,
                p.path("norm").isNull() ? MelNorm.NONE : MelNorm.SLANEY);
        return new FeatureOptions(framing, bands, p.path("n_mfcc").asInt(20), Rms.From.SPECTRUM, OptionalDouble.of(0));
    }

    /** The worst difference as a share of the largest magnitude; infinite for another shape. */
    static double distance(double[][] actual, double[][] expected) {
        if (actual.length != expected.length || actual[0].length != expected[0].length) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        double distance = 0;
        for (int row = 0; row < expected.length; row++) {
            for (int t = 0; t < expected[row].length; t++) {
                largest = Math.max(largest, Math.abs(expected[row][t]));
                double away = Math.abs((float) actual[row][t] - expected[row][t]);
                distance = Double.isNaN(away) ? Double.POSITIVE_INFINITY : Math.max(distance, away);
            }
        }
        return distance == 0 ? 0 : distance / largest;
    }

    /** Whether all is as near as asked for; the zero-crossing rate must be exact. */
    public boolean holds() {
        return worst.entrySet().stream()
                .allMatch(
                        row -> row.getValue().values().stream().allMatch(distance -> distance <= limit(row.getKey())));
    }

    private static double limit(Feature feature) {
        return feature == Feature.ZERO_CROSSING_RATE ? 0 : LIMIT;
    }

    /** The worst of all. */
    public double worst() {
        return worst.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(v -> v)
                .max()
                .orElse(0);
    }

    /** The page: a table of features by cases. */
    public String page() {
        StringBuilder text = new StringBuilder("# Features beside librosa's\n\n");
        text.append("""
            Worst |difference| as a share of the feature's largest magnitude, in float32, to librosa %s. Asked for: 1e-4;
            the zero-crossing rate exact; roll-off in the same bin (a bin is far more than its limit). Made by

            ```
            ./vitrine parity librosa --out docs/results/librosa-parity.md
            ```

            where `librosa` is a folder of sounds, librosa's arrays and their parameters (`manifest.json`). RMS is that of
            the spectrum (`rms(S=...)`), chroma has `tuning=0`. Sounds that code makes, other windows and paddings, and the
            features that are missing here are compared in `LibrosaParityTest`, in every build.

            | feature |\
            """.formatted(version));
        cases.forEach(name -> text.append(' ').append(name).append(" |"));
        text.append("\n|---|").append("---|".repeat(cases.size())).append('\n');
        worst.forEach((feature, row) -> {
            text.append("| ").append(feature.word()).append(" |");
            cases.forEach(name ->
                    text.append(' ').append(cell(row.get(name), limit(feature))).append(" |"));
            text.append('\n');
        });
        text.append("\nWorst of all: ").append(cell(worst(), LIMIT)).append(".\n");
        unknown.forEach(word -> text.append("\nNot compared: ").append(word).append(".\n"));
        return text.toString();
    }

    private static String cell(@Nullable Double value, double limit) {
        if (value == null) {
            return "";
        }
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value) + (value > limit ? " **too far**" : "");
    }
}
