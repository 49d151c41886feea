package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.audioset.ClassLabels;
import dev.vitrine.audio.audioset.Segments;
import dev.vitrine.audio.fetch.Archives;
import dev.vitrine.audio.fetch.ClipWish;
import dev.vitrine.audio.fetch.Fetch;
import dev.vitrine.audio.fetch.FetchException;
import dev.vitrine.audio.fetch.Patience;
import dev.vitrine.audio.fetch.PublicSet;
import dev.vitrine.audio.fetch.PublicSets;
import dev.vitrine.audio.fetch.Tools;
import dev.vitrine.audio.fetch.VideoClips;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code vitrine data get}: fetches public sets. */
@Parameters(commandDescription = "Fetch public data sets; what was broken off goes on.")
final class DataGetCommand implements Command {
    private final InputStream answers;
    private final List<PublicSet> known;
    private final String searchPath;

    @Parameter(placeholder = "NAME...", description = "Sets, by the names that vitrine data list shows.")
    private List<String> names = new ArrayList<>();

    @Parameter(names = "--to", placeholder = "DIR", description = "The folder in which each set gets its own.")
    private Path to = Path.of("data");

    @Parameter(names = "--yes", description = "Accept the licence without being asked, as in a script.")
    private boolean yes;

    @Parameter(names = "--keep-archive", description = "Keep the archive that has been unpacked.")
    private boolean keepArchive;

    @Parameter(
            names = "--class",
            placeholder = "NAME,...",
            description = "audioset-audio: classes, as in class_labels_indices.csv.")
    private List<String> classes = new ArrayList<>();

    @Parameter(names = "--max", placeholder = "N", description = "audioset-audio: clips of each class.")
    private int most = 50;

    @Parameter(
            names = "--pause",
            placeholder = "SECONDS",
            description = "audioset-audio: between two videos, so that the server is not pressed.")
    private double pause = 5;

    @Parameter(names = "--sample-rate", placeholder = "HZ", description = "audioset-audio: of the WAV files.")
    private int sampleRate = 16_000;

    @Parameter(
            names = "--segments",
            placeholder = "FILE",
            description = "audioset-audio: the list of clips; none: balanced_train_segments.csv of audioset-meta.")
    private @Nullable Path segments;

    DataGetCommand() {
        this(PublicSets.all(), System.in, Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    /**
     * For tests.
     *
     * @param answers where the user's answers come from
     * @param searchPath where other programs are
     */
    DataGetCommand(List<PublicSet> known, InputStream answers, String searchPath) {
        this.searchPath = searchPath;
        this.known = known;
        this.answers = answers;
    }

    @Override
    public String name() {
        return "data get";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("esc-50 --to data", "Show the licence, ask, and fetch ESC-50 into data/esc-50."),
                new Example("nsynth-test audioset-meta --yes", "Fetch two sets without being asked."),
                new Example(
                        "audioset-audio --class Cat,Bark --max 20",
                        "Fetch the sound of 20 clips of each class; wants yt-dlp, ffmpeg and audioset-meta."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Broken off (by Ctrl-C, or by the network), the same command goes on where it ended.",
                "Sizes and SHA-256 digests are checked against published ones. Where nobody has published any,"
                        + " DIR/downloads.csv records what came first, and later fetches are checked against that.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (names.isEmpty()) {
            throw new UserError("data get: expected the name of a set; see vitrine data list");
        }
        List<PublicSet> sets = names.stream().map(this::find).toList();
        BufferedReader lines = new BufferedReader(new InputStreamReader(answers, Charset.defaultCharset()));
        for (PublicSet set : sets) {
            show(set, console);
            boolean clips = set.name().equals(PublicSets.AUDIOSET_AUDIO);
            if (set.files().isEmpty() && !clips) {
                throw new RunFailure("data get: " + set.name() + " has to be fetched by hand, as said above");
            }
            if (!yes) {
                askFor(set, lines, console);
            }
            try (ByteProgress progress = new ByteProgress(console)) {
                console.say(clips ? clips(set, progress, stop) : files(set, progress));
            } catch (FetchException e) {
                throw new RunFailure(OneLine.of(e), e);
            }
        }
    }

    private PublicSet find(String name) {
        return known.stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow(() -> {
            List<String> all = known.stream().map(PublicSet::name).toList();
            return new UserError(
                    "data get: there is no set " + name + Nearest.suggestion(name, all) + "; see vitrine data list");
        });
    }

    private static void show(PublicSet set, Console console) {
        console.warn(Wrapped.of(set.name() + ": ", set.contents()));
        console.warn(Wrapped.of("  Licence: ", set.licence().words()));
        if (!set.licence().address().isEmpty()) {
            console.warn("           " + set.licence().address());
        }
        if (!set.files().isEmpty()) {
            console.warn("  Size:    about " + ByteCount.words(set.about()));
            console.warn("  From:    " + set.files().get(0).addresses().get(0));
        }
        if (!set.byHand().isEmpty()) {
            console.warn(Wrapped.of("  Note:    ", set.byHand()));
        }
    }

    private static void askFor(PublicSet set, BufferedReader lines, Console console) throws IOException {
        console.warn("Do you accept the licence, and fetch the set? [y/N]");
        String answer = lines.readLine();
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
            throw new UserError("data get: " + set.name() + " is not fetched: answer y, or say --yes");
        }
    }

    private String files(PublicSet set, ByteProgress progress) throws IOException {
        Archives archives = keepArchive ? Archives.KEEP : Archives.DELETE;
        return new Fetch(to, archives, Patience.USUAL, progress).get(set).toString();
    }

    private String clips(PublicSet set, ByteProgress progress, StopSignal stop) throws IOException {
        ClipWish wish = wish();
        Path list = segments == null ? to.resolve("audioset/meta/balanced_train_segments.csv") : segments;
        Path table = list.resolveSibling(ClassLabels.FILE_NAME);
        for (Path file : List.of(list, table)) {
            if (!Files.exists(file)) {
                throw new UserError(
                        "data get: there is no " + file + "; get it with: vitrine data get audioset-meta --to " + to);
            }
        }
        Tools tools = Tools.find(searchPath);
        VideoClips clips = new VideoClips(tools, to.resolve(set.folder()), wish, progress, stop::requested);
        Map<String, Integer> counts = new TreeMap<>();
        stop.heed(() -> counts.putAll(clips.fetch(ClassLabels.read(table), Segments.read(list))));
        String words = counts.entrySet().stream()
                .map(count -> count.getValue() + " of " + count.getKey())
                .collect(Collectors.joining(", "));
        return to.resolve(set.folder()) + ": clips: " + words;
    }

    private ClipWish wish() {
        try {
            return new ClipWish(classes, most, Duration.ofMillis(Math.round(1000 * pause)), sampleRate);
        } catch (IllegalArgumentException e) {
            throw new UserError("data get audioset-audio: " + e.getMessage(), e);
        }
    }
}
