package dev.vitrine.audio.audioset;

import dev.vitrine.audio.dataset.DatasetException;
import dev.vitrine.audio.dataset.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The classes in the order of the labels: {@code class_labels_indices.csv}.
 *
 * @param classes the one with label i is at place i
 */
public record ClassLabels(List<ClassLabel> classes) {
    /** Its usual name. */
    public static final String FILE_NAME = "class_labels_indices.csv";

    private static final int SUGGESTIONS = 5;

    /**
     * One class.
     *
     * @param mid its identifier, as {@code /m/0bt9lr}
     * @param name to be shown, as {@code Dog}
     */
    public record ClassLabel(String mid, String name) {}

    /** Copies the list. */
    public ClassLabels {
        classes = List.copyOf(classes);
    }

    /**
     * Reads the columns index, mid and display_name.
     *
     * @throws DatasetException if it is no such table, or its indices are not 0, 1, 2 ...
     */
    public static ClassLabels read(Path file) throws IOException {
        List<ClassLabel> classes = new ArrayList<>();
        TableFile.each(file, List.of("index", "mid", "display_name"), row -> {
            if (row.count("index") != classes.size()) {
                throw row.problem("index " + row.count("index") + "; expected " + classes.size()
                        + ", the next one: the labels in the records count these rows");
            }
            classes.add(new ClassLabel(row.text("mid"), row.text("display_name")));
        });
        return new ClassLabels(classes);
    }

    /** What is shown of each class. */
    public List<String> names() {
        return classes.stream().map(ClassLabel::name).toList();
    }

    /** The label of the class with that identifier, or -1. */
    public int labelOf(String mid) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).mid().equals(mid)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The label of the class that is called so, by name in any case or by identifier.
     *
     * @throws DatasetException if there is none; names that contain the word are named
     */
    public int find(String nameOrMid) throws DatasetException {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).name().equalsIgnoreCase(nameOrMid.strip())) {
                return i;
            }
        }
        int label = labelOf(nameOrMid.strip());
        if (label < 0) {
            throw new DatasetException("no class \"" + nameOrMid + "\" among the " + classes.size() + " of AudioSet"
                    + like(nameOrMid.strip().toLowerCase(Locale.ROOT)) + "; expected a name as in " + FILE_NAME);
        }
        return label;
    }

    private String like(String word) {
        String names = classes.stream()
                .map(ClassLabel::name)
                .filter(name -> !word.isEmpty() && name.toLowerCase(Locale.ROOT).contains(word))
                .limit(SUGGESTIONS)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " (there is " + names + ")";
    }
}
