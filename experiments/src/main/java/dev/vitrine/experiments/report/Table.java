package dev.vitrine.experiments.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows under named columns, as they go into a CSV file.
 *
 * <p>Numbers are written so that {@link Double#parseDouble} gives back the same bits; an empty cell means that the row
 * has no such value.
 *
 * @param columns names, with the unit in parentheses where there is one
 * @param rows one list of cells per row, as long as {@code columns}
 */
public record Table(List<String> columns, List<List<String>> rows) {

    /** Copies both lists. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    byte[] csv() throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Rows columns(String... names) {
        return new Rows(List.of(names));
    }

    /** Collects the rows of a table. */
    static final class Rows {
        private final List<String> columns;
        private final List<List<String>> rows = new ArrayList<>();

        private Rows(List<String> columns) {
            this.columns = columns;
        }

        void add(Object... cells) {
            rows.add(List.of(cells).stream().map(Object::toString).toList());
        }

        Table table() {
            return new Table(columns, rows);
        }
    }
}
