package dev.vitrine.experiments.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows under named columns, as they go into a CSV file. Rows become text as they come: a chart of sound has many.
 *
 * <p>Numbers are written so that {@link Double#parseDouble} gives back the same bits; an empty cell means that the row
 * has no such value. Names have their unit in parentheses where there is one.
 */
public final class Table {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final CsvWriter writer =
            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text, StandardCharsets.UTF_8);

    /** A table of these columns that has no row yet. */
    static Table columns(String... names) {
        Table table = new Table();
        table.writer.writeRecord(names);
        return table;
    }

    /** Adds a row: a cell for each column. */
    void add(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell.toString());
        }
        writer.writeRecord(row);
    }

    /** The file's bytes, in UTF-8. */
    byte[] csv() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return text.toByteArray();
    }
}
