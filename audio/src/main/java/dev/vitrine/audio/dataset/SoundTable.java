package dev.vitrine.audio.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads any table of sounds: columns {@code path} (from the table's folder) and {@code label}, and where there are such
 * {@code group} and {@code fold}. The classes are the labels, sorted. {@code vitrine synth} writes such tables.
 */
public final class SoundTable {
    private SoundTable() {}

    /** A row of the table. */
    private record Row(String path, String label, String group, int fold) {}

    /**
     * The sounds that are there, as WAV, FLAC, OGG or MP3; the others are skipped, or stop all.
     *
     * @throws DatasetException if it is no such table, or it names a sound twice
     */
    public static ItemSet load(Path table, Strictness strictness) throws IOException {
        List<Row> rows = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        TableFile.each(table, List.of("path", "label"), row -> {
            if (!paths.add(row.text("path"))) {
                throw row.problem(row.text("path") + " is named twice; expected each sound once");
            }
            int fold = row.optional("fold").isEmpty() ? Item.NO_FOLD : row.count("fold");
            rows.add(new Row(row.text("path"), row.text("label"), row.optional("group"), fold));
        });
        return SoundStem.present(set(table, rows), table, strictness);
    }

    private static ItemSet set(Path table, List<Row> rows) {
        Set<String> classes = new TreeSet<>();
        rows.forEach(row -> classes.add(row.label()));
        List<String> names = List.copyOf(classes);
        boolean grouped = rows.stream().anyMatch(row -> !row.group().isEmpty());
        List<Item> items = rows.stream()
                .map(row -> new Item(
                        row.path(),
                        List.of(names.indexOf(row.label())),
                        row.group().isEmpty() ? row.path() : row.group(),
                        row.fold(),
                        new Content.SoundAt(table.resolveSibling(row.path()))))
                .toList();
        String name = SoundStem.stem(String.valueOf(table.getFileName()));
        return new ItemSet(name, names, grouped ? GroupKind.TABLE : GroupKind.CLIP, items, List.of());
    }
}
