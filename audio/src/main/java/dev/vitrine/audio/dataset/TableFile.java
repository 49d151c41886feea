package dev.vitrine.audio.dataset;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a CSV file with a header, row by row. What is wrong in it is named by file and line. */
public final class TableFile {
    private TableFile() {}

    /** Takes a row. */
    @FunctionalInterface
    public interface Sink {
        /** Takes the next one. */
        void take(Row row) throws IOException;
    }

    /**
     * Reads all rows. Columns may stand in any order and among others; lines that begin with # are passed over.
     *
     * @param columns that must be there
     * @throws DatasetException if it is no such table; one line with file and line
     */
    public static void each(Path file, List<String> columns, Sink sink) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(
                    "no such file: " + file + "; expected a table with the columns " + String.join(", ", columns));
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .detectBomHeader(true)
                .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                requireColumns(file, row, columns);
                sink.take(new Row(file, row));
            }
        } catch (CsvParseException | MalformedInputException e) {
            throw new DatasetException(file + ": not a CSV file: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new DatasetException(file + ": not a CSV file in UTF-8: " + e.getMessage());
        }
    }

    private static void requireColumns(Path file, NamedCsvRecord row, List<String> columns) throws DatasetException {
        for (String column : columns) {
            if (!row.getHeader().contains(column)) {
                throw new DatasetException(file + ": no column " + column + " among " + row.getHeader() + "; expected "
                        + String.join(", ", columns));
            }
        }
    }

    /** One row. */
    public static final class Row {
        private final Path file;
        private final NamedCsvRecord cells;

        Row(Path file, NamedCsvRecord cells) {
            this.file = file;
            this.cells = cells;
        }

        /** The cell without blanks around it; empty if the row or the table has none. */
        public String optional(String column) {
            return cells.findField(column).map(String::strip).orElse("");
        }

        /**
         * The cell without blanks around it.
         *
         * @throws DatasetException if it is empty
         */
        public String text(String column) throws DatasetException {
            String cell = optional(column);
            if (cell.isEmpty()) {
                throw problem("column " + column + " is empty");
            }
            return cell;
        }

        /**
         * The cell as a whole number, at least 0.
         *
         * @throws DatasetException if it is something else
         */
        public int count(String column) throws DatasetException {
            String cell = text(column);
            if (!cell.matches("\\d{1,9}")) {
                throw problem("column " + column + " holds \"" + cell + "\"; expected a whole number");
            }
            return Integer.parseInt(cell);
        }

        /** A problem with this row. */
        public DatasetException problem(String what) {
            return new DatasetException(file + ": line " + cells.getStartingLineNumber() + ": " + what);
        }
    }
}
