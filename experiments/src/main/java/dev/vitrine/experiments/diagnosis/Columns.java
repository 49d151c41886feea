package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.recipe.MetricsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of measures, by column.
 *
 * @param names without the step
 * @param rows in order
 */
public record Columns(List<String> names, List<MetricsFile.Row> rows) {
    private static final String FOLD = "fold";

    /** Copies the lists. */
    public Columns {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /** Reads a file, or nothing if it is missing or empty. */
    static Optional<Columns> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Columns columns = new Columns(MetricsFile.columns(file), MetricsFile.read(file));
        return columns.rows.isEmpty() ? Optional.empty() : Optional.of(columns);
    }

    /** The names that begin so, without that beginning. */
    List<String> under(String prefix) {
        return names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The rows of a fold, counted from 1. */
    Columns fold(int fold) {
        int column = names.indexOf(FOLD);
        return new Columns(
                names,
                rows.stream().filter(row -> row.values().get(column) == fold).toList());
    }

    /** A column from top to bottom. */
    double[] column(String name) {
        int column = names.indexOf(name);
        return rows.stream().mapToDouble(row -> row.values().get(column)).toArray();
    }

    /** The value of a column in the last row. */
    double last(String name) {
        return rows.get(rows.size() - 1).values().get(names.indexOf(name));
    }
}
