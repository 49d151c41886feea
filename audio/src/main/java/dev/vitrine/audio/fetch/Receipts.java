package dev.vitrine.audio.fetch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What has come into a folder, from where, and what it was: the table {@code downloads.csv} in it. */
final class Receipts {
    static final String NAME = "downloads.csv";

    private final Path file;
    private final Map<String, Row> rows;

    private Receipts(Path file, Map<String, Row> rows) {
        this.file = file;
        this.rows = rows;
    }

    private record Row(String address, Published bytes, String date) {}

    /**
     * The table of a folder; where there is none, an empty one.
     *
     * @throws FetchException if it is not as this class writes it
     */
    static Receipts of(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Map<String, Row> rows = new TreeMap<>();
        if (Files.exists(file)) {
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord row : csv) {
                    Published bytes = new Published(Long.parseLong(row.getField("bytes")), row.getField("sha256"));
                    rows.put(row.getField("file"), new Row(row.getField("address"), bytes, row.getField("fetched")));
                }
            } catch (RuntimeException e) {
                throw new FetchException(
                        file + ": cannot be read: " + e.getMessage() + "; mend it, or delete it: what is there is then"
                                + " fetched and recorded anew",
                        e);
            }
        }
        return new Receipts(file, rows);
    }

    /** What the file was when it came; {@code null} if it never did. */
    @Nullable
    Published find(String name) {
        Row row = rows.get(name);
        return row == null ? null : row.bytes();
    }

    void add(String name, Download.Delivery delivery, LocalDate date) throws IOException {
        rows.put(name, new Row(delivery.address().toString(), delivery.bytes(), date.toString()));
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("file", "bytes", "sha256", "fetched", "address");
            rows.forEach((key, row) -> csv.writeRecord(
                    key, Long.toString(row.bytes().bytes()), row.bytes().sha256(), row.date(), row.address()));
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
        WholeFile.write(file, text.toString());
    }
}
