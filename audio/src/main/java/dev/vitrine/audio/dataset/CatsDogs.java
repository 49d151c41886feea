package dev.vitrine.audio.dataset;

import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads recordings of cats and dogs: sound files (WAV, FLAC, OGG, MP3) at any depth below a folder. The class is in the file's name ({@code
 * cat_1.wav}, {@code dog_barking_1.wav}) or else in the name of the folder it lies in ({@code cat}, {@code cats}, {@code
 * dog}, {@code dogs}). Everything is mixed to mono and brought to 16 kHz.
 */
public final class CatsDogs {
    /** The names of class 0 and class 1. */
    public static final List<String> CLASSES = List.of("cat", "dog");

    /** In Hz. */
    public static final int SAMPLE_RATE = 16_000;

    /** About three steps of 16 bits: a clip that never swings by more is silent. */
    private static final float SILENT_SWING = 1e-4f;

    /** A second with a little less at its end, as tools that cut at frames leave it. */
    private static final double SHORTEST_SECONDS = 0.9;

    /** What is longer is not one recording of one animal. */
    private static final double LONGEST_SECONDS = 3600;

    private static final Pattern FILE = Pattern.compile("(cat|dog)s?([^a-z].*)?");
    private static final Pattern FOLDER = Pattern.compile("(cat|dog)s?");

    private CatsDogs() {}

    /**
     * Reads a folder. Clips that share sound have one group. Files that cannot be used (unreadable, cut off, empty, silent, shorter than a second) are named in
     * {@link ClipSet#skipped()}.
     *
     * @throws DatasetException if there is no such folder, or no usable clip of one of the classes
     * @throws IOException from the first file that cannot be used, where that is to stop all
     */
    public static ClipSet load(Path folder, Strictness strictness, ReadProgress progress) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException("no such folder: " + folder
                    + "; expected one with sound files named cat_*.wav and dog_*.wav, or folders cats and dogs");
        }
        List<Path> files = soundFiles(folder);
        List<Clip> clips = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            try {
                clips.add(read(folder, files.get(i)));
            } catch (IOException e) {
                if (strictness == Strictness.STRICT) {
                    throw e;
                }
                skipped.add(e.getMessage());
            }
            progress.read(i + 1, files.size());
        }
        ClipSet set = new ClipSet(CLASSES, SharedSound.grouped(clips), skipped);
        requireBothClasses(folder, set);
        return set;
    }

    /**
     * Reads one recording whose class need not be known.
     *
     * @throws IOException if it cannot be used; one line
     */
    public static Clip read(Path file) throws IOException {
        return clip(file, file.toString(), label(file));
    }

    private static Clip read(Path folder, Path file) throws IOException {
        return clip(file, folder.relativize(file).toString().replace('\\', '/'), label(file));
    }

    private static Clip clip(Path file, String name, int label) throws IOException {
        Waveform original = open(file);
        if (original.seconds() < SHORTEST_SECONDS) {
            throw new DatasetException(String.format(
                    Locale.ROOT,
                    "%s: the clip lasts %.2f s; expected at least a second (%.1f s at the least); leave it out or"
                            + " record longer",
                    file,
                    original.seconds(),
                    SHORTEST_SECONDS));
        }
        if (original.seconds() > LONGEST_SECONDS) {
            throw new DatasetException(String.format(
                    Locale.ROOT,
                    "%s: the clip lasts %.0f s; expected at most an hour; cut it",
                    file,
                    original.seconds()));
        }
        float swing = swing(original.samples());
        if (swing < SILENT_SWING) {
            throw new DatasetException(file + ": the clip is silent, it swings by no more than " + swing
                    + "; expected at least " + SILENT_SWING + "; leave it out or record again");
        }
        Waveform sound = Resampler.resample(original, SAMPLE_RATE);
        return new Clip(name, label, sound, Fingerprint.of(sound.samples()));
    }

    private static Waveform open(Path file) throws IOException {
        try {
            return SoundFile.read(file);
        } catch (NoSuchFileException e) {
            throw new DatasetException("no such file: " + file);
        } catch (AccessDeniedException e) {
            throw new DatasetException(file + ": cannot be opened, permission is denied; make it readable");
        } catch (FileSystemException e) {
            throw new DatasetException(file + ": cannot be opened: " + e.getReason());
        }
    }

    /** Half of the way from the lowest sample to the highest: a constant has none, however large it is. */
    private static float swing(float[] samples) {
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float sample : samples) {
            lowest = Math.min(lowest, sample);
            highest = Math.max(highest, sample);
        }
        return (highest - lowest) / 2;
    }

    private static List<Path> soundFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path) && SoundFile.isNamedLikeOne(path) && label(path) >= 0)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (UncheckedIOException e) {
            throw new DatasetException(
                    folder + ": a folder in it cannot be read: " + e.getMessage() + "; make it readable");
        }
    }

    /** The class that a file's name or its folder's tells, or -1. */
    private static int label(Path file) {
        int own = matched(FILE, lower(file));
        Path folder = file.toAbsolutePath().getParent();
        return own >= 0 || folder == null ? own : matched(FOLDER, lower(folder));
    }

    private static int matched(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? CLASSES.indexOf(matcher.group(1)) : -1;
    }

    private static String lower(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }

    private static void requireBothClasses(Path folder, ClipSet set) throws DatasetException {
        for (int label = 0; label < CLASSES.size(); label++) {
            if (set.count(label) == 0) {
                String name = CLASSES.get(label);
                throw new DatasetException(
                        folder + ": no usable clip of class " + name + "; expected sound files named "
                                + name + "_*.wav, or in a folder named " + name + " or " + name + "s"
                                + (set.skipped().isEmpty()
                                        ? ""
                                        : "; first problem: " + set.skipped().get(0)));
            }
        }
    }
}
