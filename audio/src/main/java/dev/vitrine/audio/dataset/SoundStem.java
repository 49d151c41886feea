package dev.vitrine.audio.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds sounds whose tables name them with another ending than they have here: {@code 1-100032-A-0.wav} may stand as
 * WAV, FLAC, OGG or MP3 under its stem.
 */
final class SoundStem {
    private static final List<String> ENDINGS = List.of(".wav", ".flac", ".ogg", ".mp3");

    private SoundStem() {}

    /** The file that a table names, or one of the same stem. */
    static Optional<Path> find(Path named) {
        if (Files.isRegularFile(named)) {
            return Optional.of(named);
        }
        String stem = stem(String.valueOf(named.getFileName()));
        return ENDINGS.stream()
                .map(ending -> named.resolveSibling(stem + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The name without a sound file's ending. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && ENDINGS.contains(name.substring(dot).toLowerCase(Locale.ROOT))
                ? name.substring(0, dot)
                : name;
    }

    /**
     * The set with those items only whose sound is there, each at the file that was found; the others are skipped with
     * a line each.
     *
     * @throws DatasetException if none is there, or if one is missing and that is to stop all
     */
    static ItemSet present(ItemSet set, Path folder, Strictness strictness) throws IOException {
        List<Item> found = new ArrayList<>();
        List<String> skipped = new ArrayList<>(set.skipped());
        for (Item item : set.items()) {
            Path named = ((Content.SoundAt) item.content()).file();
            Optional<Path> file = find(named);
            if (file.isPresent()) {
                Content content = new Content.SoundAt(file.get());
                found.add(new Item(item.name(), item.labels(), item.group(), item.fold(), content));
            } else {
                skipped.add(named + ": no such file; expected it, or one of its stem with another of the endings "
                        + String.join(", ", ENDINGS));
            }
        }
        boolean strict = strictness == Strictness.STRICT
                && skipped.size() > set.skipped().size();
        if (found.isEmpty() || strict) {
            throw new DatasetException(folder + ": " + (set.items().size() - found.size()) + " of "
                    + set.items().size() + " sounds are missing"
                    + (skipped.isEmpty() ? "" : "; the first: " + skipped.get(0)));
        }
        return new ItemSet(set.name(), set.classes(), set.groups(), found, skipped);
    }
}
