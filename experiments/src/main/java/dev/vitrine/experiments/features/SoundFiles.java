package dev.vitrine.experiments.features;

import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the sound files that the user named, one by one or by folder. */
public final class SoundFiles {
    private SoundFiles() {}

    /**
     * A file and where its outputs go.
     *
     * @param file to be read
     * @param stem folder below the output folder and the beginning of the outputs' names
     */
    public record Item(Path file, Path stem) {}

    /**
     * All files: those named, and those below named folders that end like sound files.
     *
     * @throws UserError if one does not exist, a folder has none, or two would have the same outputs
     * @throws IOException if a folder cannot be read
     */
    public static List<Item> find(List<Path> named) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                items.addAll(below(path));
            } else if (Files.exists(path)) {
                items.add(new Item(path, stem(name(path))));
            } else {
                throw new UserError("no such file or folder: " + path);
            }
        }
        requireDifferentOutputs(items);
        return items;
    }

    private static List<Item> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Item> items = files.filter(SoundFiles::soundsLike)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new Item(file, stem(folder.relativize(file))))
                    .toList();
            if (items.isEmpty()) {
                throw new UserError("no sound files in the folder " + folder
                        + "; expected names that end in .wav, .flac, .ogg or .mp3");
            }
            return items;
        }
    }

    private static boolean soundsLike(Path file) {
        return SoundFile.isNamedLikeOne(file) && !name(file).toString().startsWith(".");
    }

    private static Path name(Path file) {
        Path name = file.getFileName();
        return name == null ? file : name;
    }

    private static Path stem(Path relative) {
        String name = name(relative).toString();
        int dot = name.lastIndexOf('.');
        return relative.resolveSibling(dot > 0 ? name.substring(0, dot) : name);
    }

    private static void requireDifferentOutputs(List<Item> items) {
        Map<Path, Path> known = new HashMap<>();
        for (Item item : items) {
            Path other = known.put(item.stem(), item.file());
            if (other != null) {
                throw new UserError("%s and %s would both be written as %s.*; name the folder above them, or rename one"
                        .formatted(other, item.file(), item.stem()));
            }
        }
    }
}
