package dev.vitrine.audio.audioset;

import dev.vitrine.audio.dataset.DatasetException;
import dev.vitrine.audio.dataset.GroupKind;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.tfrecord.RecordFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads AudioSet: a folder with shards at any depth ({@code bal_train/00.tfrecord} ...) and, at any depth, {@code
 * class_labels_indices.csv}.
 */
public final class AudioSet {
    private static final int DEPTH = 4;

    private AudioSet() {}

    /**
     * Reads the clips that are wanted; the others are read past, so that a set may be larger than memory.
     *
     * @throws DatasetException if the folder is not there, or holds no table of the classes
     * @throws IOException if a record is damaged; one line with file and byte
     */
    public static ItemSet load(Path folder, Predicate<EmbeddedClip> wanted, ReadProgress progress) throws IOException {
        ClassLabels labels = ClassLabels.read(table(folder, ClassLabels.FILE_NAME));
        List<Path> shards = RecordFile.shards(folder);
        List<Item> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < shards.size(); i++) {
            Path shard = shards.get(i);
            RecordFile.each(shard, EmbeddedClip::parse, clip -> {
                requireLabels(shard, clip, labels);
                if (!names.add(clip.name())) {
                    throw new DatasetException(shard + ": clip " + clip.name()
                            + " was read before; expected each once: is a shard copied?");
                }
                if (wanted.test(clip)) {
                    items.add(clip.item());
                }
            });
            progress.read(i + 1, shards.size());
        }
        return new ItemSet("audioset", labels.names(), GroupKind.CLIP, items, List.of());
    }

    private static void requireLabels(Path shard, EmbeddedClip clip, ClassLabels labels) throws DatasetException {
        for (int label : clip.labels()) {
            if (label < 0 || label >= labels.classes().size()) {
                throw new DatasetException(String.format(
                        Locale.ROOT,
                        "%s: clip %s has the label %d; expected 0 to %d, the rows of %s",
                        shard,
                        clip.name(),
                        label,
                        labels.classes().size() - 1,
                        ClassLabels.FILE_NAME));
            }
        }
    }

    /**
     * The table of that name, in the folder or below it.
     *
     * @throws DatasetException if there is none
     */
    public static Path table(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException("no such folder: " + folder + "; expected AudioSet's shards and " + name);
        }
        try (Stream<Path> paths = Files.find(
                folder,
                DEPTH,
                (path, is) ->
                        is.isRegularFile() && path.getFileName().toString().equals(name))) {
            return paths.min(Comparator.comparing(Path::getNameCount).thenComparing(Path::toString))
                    .orElseThrow(() -> new DatasetException(folder + ": no " + name + " in it; copy it there"));
        }
    }
}
