package dev.vitrine.audio.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reads ESC-50, environmental sounds of 50 classes in five official folds, or its part ESC-10: a folder with {@code
 * meta/esc50.csv} and {@code audio/}.
 *
 * <p>Clips with one {@code src_file} were cut from one recording.
 *
 * <p>Source: Piczak, "ESC: Dataset for Environmental Sound Classification", ACM Multimedia 2015.
 */
public final class Esc50 {
    /** Where the table is in the set's folder. */
    public static final String TABLE = "meta/esc50.csv";

    private static final String AUDIO = "audio";
    private static final List<String> COLUMNS = List.of("filename", "fold", "target", "category", "esc10", "src_file");

    private Esc50() {}

    /** How much of it. */
    public enum Part {
        /** All 2,000 clips of 50 classes. */
        ESC_50("esc50"),
        /** The 400 clips of ten classes that may be used freely. */
        ESC_10("esc10");

        private final String setName;

        Part(String setName) {
            this.setName = setName;
        }

        /** The set's name. */
        public String setName() {
            return setName;
        }
    }

    /** A row of the table. */
    private record Row(String file, int fold, int target, String group) {}

    /**
     * The clips whose sound is in the folder, as WAV, FLAC, OGG or MP3; the others are skipped, or stop all.
     *
     * @throws DatasetException if there is no such set
     */
    public static ItemSet load(Path folder, Part part, Strictness strictness) throws IOException {
        return SoundStem.present(table(folder, part), folder, strictness);
    }

    /**
     * All clips of the table, whether their sound is there or not, in its order: enough to see how a split falls.
     *
     * @throws DatasetException if there is no such table, or one target has two categories
     */
    public static ItemSet table(Path folder, Part part) throws IOException {
        Path file = folder.resolve(TABLE);
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(folder + ": no " + TABLE + " in it; expected the folder of ESC-50");
        }
        TreeMap<Integer, String> categories = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        TableFile.each(file, COLUMNS, row -> {
            if (part == Part.ESC_50 || row.text("esc10").equalsIgnoreCase("true")) {
                int target = row.count("target");
                String category = row.text("category");
                String known = categories.putIfAbsent(target, category);
                if (known != null && !known.equals(category)) {
                    throw row.problem("target " + target + " is " + category + " and was " + known + " before");
                }
                rows.add(new Row(row.text("filename"), row.count("fold"), target, row.text("src_file")));
            }
        });
        return set(folder, part, categories, rows);
    }

    private static ItemSet set(Path folder, Part part, Map<Integer, String> categories, List<Row> rows) {
        Map<Integer, Integer> labels = new TreeMap<>();
        categories.keySet().forEach(target -> labels.put(target, labels.size()));
        List<Item> items = rows.stream()
                .map(row -> new Item(
                        row.file(),
                        List.of(Objects.requireNonNull(labels.get(row.target()))),
                        row.group(),
                        row.fold(),
                        new Content.SoundAt(folder.resolve(AUDIO).resolve(row.file()))))
                .toList();
        return new ItemSet(part.setName(), List.copyOf(categories.values()), GroupKind.RECORDING, items, List.of());
    }
}
