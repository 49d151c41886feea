package dev.vitrine.audio.dataset;

import dev.vitrine.audio.io.SoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a folder whose sounds lie in folders named after their classes, as GTZAN's: {@code blues/blues.00042.wav}. The
 * class is the folder that the file lies in, at any depth. Files of one class with one number of five digits are cuts of
 * one track ({@code blues.00042.wav}, {@code blues.00042_2.wav}); a file without one is a track of its own.
 */
public final class ClassFolders {
    private static final Pattern NUMBERED = Pattern.compile("(.*?\\d{5})(?:\\D.*)?");

    private ClassFolders() {}

    /**
     * All sounds below the folder.
     *
     * @throws DatasetException if there is no such folder, or there are fewer than two classes
     */
    public static ItemSet load(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException("no such folder: " + folder + "; expected one with a folder for each class");
        }
        List<Path> files = files(folder);
        List<String> classes = List.copyOf(
                new TreeSet<>(files.stream().map(ClassFolders::folderName).toList()));
        if (classes.size() < 2) {
            throw new DatasetException(folder + ": " + files.size() + " sounds in folders of " + classes.size()
                    + " classes " + classes + "; expected a folder for each of at least two classes");
        }
        List<Item> items =
                files.stream().map(file -> item(folder, file, classes)).toList();
        return new ItemSet(name(folder), classes, GroupKind.TRACK, items, List.of());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> SoundFile.isNamedLikeOne(path)
                            && Files.isRegularFile(path)
                            && !folder.equals(path.getParent()))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private static Item item(Path folder, Path file, List<String> classes) {
        String label = folderName(file);
        return new Item(
                folder.relativize(file).toString().replace('\\', '/'),
                List.of(classes.indexOf(label)),
                label + "/" + track(SoundStem.stem(name(file))),
                Item.NO_FOLD,
                new Content.SoundAt(file));
    }

    private static String track(String stem) {
        Matcher matcher = NUMBERED.matcher(stem);
        return matcher.matches() ? String.valueOf(matcher.group(1)) : stem;
    }

    private static String folderName(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? "" : name(folder);
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }
}
