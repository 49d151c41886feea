package dev.vitrine.audio.fetch;

import dev.vitrine.audio.audioset.ClassLabels;
import dev.vitrine.audio.audioset.Segments;
import dev.vitrine.audio.audioset.Segments.Segment;
import dev.vitrine.audio.io.SoundFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fetches the sound of labelled parts of videos: yt-dlp brings a video's sound, ffmpeg cuts exactly the labelled seconds
 * out of it and makes them 16-bit mono.
 *
 * <p>Many videos are no more. {@code clips.csv} says of each clip whether it came, is gone or failed, {@code table.csv}
 * lists what came by path, label and group. The next run leaves alone what came and what is gone.
 */
public final class VideoClips {
    /** What a data set's other tables are called, too. */
    static final String TABLE = "table.csv";

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int FAILURES_IN_A_ROW = 5;
    private static final Pattern VIDEO = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern REFUSED =
            Pattern.compile("HTTP Error 429|Too Many Requests|not a bot|rate.?limit", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_NETWORK = Pattern.compile(
            "name resolution|getaddrinfo|Network is unreachable|timed out|Connection re", Pattern.CASE_INSENSITIVE);
    private static final Pattern GONE = Pattern.compile(
            "unavailable|not available|private video|removed|terminated|copyright|members|confirm your age"
                    + "|no longer|does not exist|has been blocked",
            Pattern.CASE_INSENSITIVE);

    private final Tools tools;
    private final Path folder;
    private final Path half;
    private final ClipWish wish;
    private final FetchEvents events;
    private final BooleanSupplier stop;

    /**
     * Into a folder.
     *
     * @param folder made if it is missing
     * @param stop whether to end before the next clip
     */
    public VideoClips(Tools tools, Path folder, ClipWish wish, FetchEvents events, BooleanSupplier stop) {
        this.tools = tools;
        this.folder = folder;
        this.half = folder.resolve(".fetching");
        this.wish = wish;
        this.events = events;
        this.stop = stop;
    }

    /**
     * Fetches what is wanted.
     *
     * @return how many clips there are now of each class asked for, by name
     * @throws FetchException if it makes no sense to go on; what has come stays
     * @throws IOException if there is no such class, or something cannot be written
     */
    public Map<String, Integer> fetch(ClassLabels labels, Segments segments) throws IOException {
        List<WantedClip> wanted = wanted(labels, segments);
        Download.makeFolder(folder.resolve("audio"));
        ClipLog log = ClipLog.open(folder);
        Map<String, Integer> counts = counts(labels, wanted, log);
        try {
            fetch(wanted, log, counts);
        } finally {
            Folders.delete(half);
            writeTable(wanted, log);
        }
        return counts;
    }

    private void fetch(List<WantedClip> wanted, ClipLog log, Map<String, Integer> counts) throws IOException {
        int failed = 0;
        boolean first = true;
        for (WantedClip clip : wanted) {
            if (log.isSettled(clip) || clip.classes().stream().allMatch(name -> count(counts, name) >= wish.most())) {
                continue;
            }
            if (!first) {
                pause();
            }
            first = false;
            if (stop.getAsBoolean()) {
                return;
            }
            failed = one(clip, log, counts) == ClipLog.Fate.FAILED ? failed + 1 : 0;
            if (failed == FAILURES_IN_A_ROW) {
                throw new FetchException(FAILURES_IN_A_ROW + " clips in a row failed; the reasons are at the end of "
                        + folder.resolve(ClipLog.NAME) + "; go on later with the same command");
            }
        }
    }

    private ClipLog.Fate one(WantedClip clip, ClipLog log, Map<String, Integer> counts) throws IOException {
        Folders.delete(half);
        Files.createDirectories(half);
        Optional<String> problem = bring(clip);
        if (problem.isPresent() && stop.getAsBoolean()) {
            return ClipLog.Fate.FAILED;
        }
        ClipLog.Fate fate = problem.map(VideoClips::fate).orElse(ClipLog.Fate.CAME);
        log.add(clip, fate, problem.orElse(""));
        if (fate == ClipLog.Fate.CAME) {
            clip.classes().forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        events.note("%s %s (%s)%s"
                .formatted(
                        clip.name(),
                        fate.name().toLowerCase(Locale.ROOT),
                        String.join(", ", clip.classes()),
                        problem.map(words -> ": " + words).orElse("")));
        return fate;
    }

    private static ClipLog.Fate fate(String problem) {
        return GONE.matcher(problem).find() && !NO_NETWORK.matcher(problem).find()
                ? ClipLog.Fate.GONE
                : ClipLog.Fate.FAILED;
    }

    /** Brings a clip; gives back what went wrong. */
    private Optional<String> bring(WantedClip clip) throws IOException {
        ToolRun fetched = run(
                tools.ytDlp().toString(),
                "--no-playlist",
                "--no-progress",
                "--format",
                "bestaudio/best",
                "--output",
                half.resolve("video.%(ext)s").toString(),
                "https://www.youtube.com/watch?v=" + clip.segment().videoId());
        if (!fetched.isGood()) {
            if (REFUSED.matcher(fetched.lastLine()).find()) {
                throw new FetchException("YouTube wants no more requests from here for now (" + fetched.lastLine()
                        + "); go on with the same command in some hours, with a longer --pause");
            }
            return Optional.of("yt-dlp: " + fetched.lastLine());
        }
        Optional<Path> video = video();
        return video.isEmpty() ? Optional.of("yt-dlp brought nothing") : cut(video.get(), clip);
    }

    private Optional<Path> video() throws IOException {
        try (Stream<Path> files = Files.list(half)) {
            return files.filter(file -> file.getFileName().toString().startsWith("video."))
                    .min(Path::compareTo);
        }
    }

    private Optional<String> cut(Path video, WantedClip clip) throws IOException {
        Path part = half.resolve("clip.wav");
        ToolRun cut = run(
                tools.ffmpeg().toString(),
                "-nostdin",
                "-loglevel",
                "error",
                "-ss",
                seconds(clip.segment().start()),
                "-i",
                video.toString(),
                "-t",
                seconds(clip.seconds()),
                "-vn",
                "-ac",
                "1",
                "-ar",
                Integer.toString(wish.sampleRate()),
                "-c:a",
                "pcm_s16le",
                "-f",
                "wav",
                part.toString());
        if (!cut.isGood()) {
            return Optional.of("ffmpeg: " + cut.lastLine());
        }
        Optional<String> problem = problem(part, clip);
        if (problem.isEmpty()) {
            Files.move(
                    part,
                    folder.resolve(clip.path()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return problem;
    }

    /** A video may have been shortened since it was labelled. */
    private static Optional<String> problem(Path file, WantedClip clip) {
        try {
            double seconds = SoundFile.read(file).seconds();
            return Math.abs(seconds - clip.seconds()) < 0.1
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT,
                            "%.2f s came; expected %.2f s: these seconds are no longer in the video",
                            seconds,
                            clip.seconds()));
        } catch (IOException e) {
            return Optional.of("ffmpeg made no sound file: " + e.getMessage());
        }
    }

    private ToolRun run(String... command) throws IOException {
        return ToolRun.of(List.of(command), half.resolve("log"), LONGEST, stop);
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private void pause() throws IOException {
        long end = System.nanoTime() + wish.pause().toNanos();
        try {
            for (long left = wish.pause().toNanos(); left > 0 && !stop.getAsBoolean(); left = end - System.nanoTime()) {
                Thread.sleep(Math.min(100, left / 1_000_000 + 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private List<WantedClip> wanted(ClassLabels labels, Segments segments) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        for (String word : wish.classes()) {
            ClassLabels.ClassLabel label = labels.classes().get(labels.find(word));
            names.put(label.mid(), label.name());
        }
        List<WantedClip> wanted = new ArrayList<>();
        for (Segment segment : segments.withAny(names::containsKey).segments()) {
            if (!VIDEO.matcher(segment.videoId()).matches()) {
                throw new FetchException("\"" + segment.videoId() + "\" is no video; expected 11 letters and digits");
            }
            Set<String> classes = new LinkedHashSet<>();
            names.forEach((mid, name) -> {
                if (segment.mids().contains(mid)) {
                    classes.add(name);
                }
            });
            wanted.add(new WantedClip(segment, classes));
        }
        return wanted;
    }

    private Map<String, Integer> counts(ClassLabels labels, List<WantedClip> wanted, ClipLog log) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String word : wish.classes()) {
            counts.put(labels.classes().get(labels.find(word)).name(), 0);
        }
        for (WantedClip clip : wanted) {
            if (log.came(clip)) {
                clip.classes().forEach(name -> counts.merge(name, 1, Integer::sum));
            }
        }
        return counts;
    }

    private static int count(Map<String, Integer> counts, String name) {
        return counts.getOrDefault(name, 0);
    }

    private void writeTable(List<WantedClip> wanted, ClipLog log) throws IOException {
        StringBuilder text = new StringBuilder("path,label,group\n");
        for (WantedClip clip : wanted) {
            if (log.came(clip)) {
                String label = clip.classes().iterator().next();
                text.append(
                        ClipLog.line(List.of(clip.path(), label, clip.segment().videoId())));
            }
        }
        WholeFile.write(folder.resolve(TABLE), text.toString());
    }
}
