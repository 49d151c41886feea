package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.io.AtomicFile;
import dev.vitrine.engine.io.WriteProblem;
import dev.vitrine.experiments.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * {@code metrics.csv}: a header, then a line of numbers for each step that was measured.
 *
 * <p>Only a line that ends with a line break counts: a killed process may leave a torn one, which is
 * passed over when the file is read and cut off when the run is resumed.
 */
public final class MetricsFile implements Closeable {
    private final Path path;
    private final int columns;
    private final FileChannel channel;

    private MetricsFile(Path path, int columns, FileChannel channel) {
        this.path = path;
        this.columns = columns;
        this.channel = channel;
    }

    /**
     * One measurement.
     *
     * @param step the number of steps done
     * @param values one for each further column
     */
    public record Row(long step, List<Double> values) {
        /** Copies the values. */
        public Row {
            values = List.copyOf(values);
        }

        private String line() {
            StringJoiner line = new StringJoiner(",", "", "\n");
            line.add(Long.toString(step));
            values.forEach(v -> line.add(Double.toString(v)));
            return line.toString();
        }
    }

    /**
     * Begins a new file.
     *
     * @param columns names of the values, without the step
     * @throws IOException if it exists or cannot be written
     */
    public static MetricsFile create(Path path, List<String> columns) throws IOException {
        return open(path, columns, StandardOpenOption.CREATE_NEW).writeText(header(columns));
    }

    /**
     * Goes on with a file, cut back to the step of the checkpoint that the run resumes from.
     *
     * @throws UserError if the file has other columns
     */
    public static MetricsFile resume(Path path, List<String> columns, long step) throws IOException {
        List<String> lines = wholeLines(path);
        String header = header(columns).strip();
        if (lines.isEmpty() || !lines.get(0).equals(header)) {
            throw new UserError(
                    "%s: expected the columns %s; this run was made by another version".formatted(path, header));
        }
        StringBuilder kept = new StringBuilder(header).append('\n');
        rows(path, lines).stream().filter(r -> r.step() <= step).forEach(r -> kept.append(r.line()));
        AtomicFile.write(path, out -> out.write(kept.toString().getBytes(StandardCharsets.UTF_8)));
        return appendTo(path, columns);
    }

    static MetricsFile appendTo(Path path, List<String> columns) throws IOException {
        return open(path, columns, StandardOpenOption.APPEND);
    }

    /**
     * The rows of a file, without a torn last line.
     *
     * @throws UserError if a line is not one of numbers
     */
    public static List<Row> read(Path path) throws IOException {
        return rows(path, wholeLines(path));
    }

    /** The names of the values in a file, without the step. */
    public static List<String> columns(Path path) throws IOException {
        List<String> lines = wholeLines(path);
        return lines.isEmpty()
                ? List.of()
                : fields(lines.get(0)).stream().skip(1).toList();
    }

    /**
     * Appends one line in a single write.
     *
     * @throws IOException if it cannot be written, for example because the disk is full
     */
    public void append(Row row) throws IOException {
        if (row.values().size() != columns) {
            throw new IllegalArgumentException(
                    "expected %d values, got %d".formatted(columns, row.values().size()));
        }
        writeText(row.line());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static MetricsFile open(Path path, List<String> columns, StandardOpenOption how) throws IOException {
        try {
            return new MetricsFile(path, columns.size(), FileChannel.open(path, StandardOpenOption.WRITE, how));
        } catch (IOException e) {
            throw WriteProblem.at(path, e);
        }
    }

    private MetricsFile writeText(String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw WriteProblem.at(path, e);
        }
        return this;
    }

    private static String header(List<String> columns) {
        return "step," + String.join(",", columns) + "\n";
    }

    private static List<String> wholeLines(Path path) throws IOException {
        String text = Files.readString(path);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static List<String> fields(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    private static List<Row> rows(Path path, List<String> lines) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(path, i + 1, fields(lines.get(i)), fields(lines.get(0)).size()));
        }
        return rows;
    }

    private static Row row(Path path, int lineNumber, List<String> fields, int expected) {
        try {
            if (fields.size() == expected) {
                return new Row(
                        Long.parseLong(fields.get(0)),
                        fields.stream().skip(1).map(Double::valueOf).toList());
            }
        } catch (NumberFormatException e) {
            throw broken(path, lineNumber, expected, e);
        }
        throw broken(path, lineNumber, expected, null);
    }

    private static UserError broken(Path path, int lineNumber, int expected, @Nullable Exception cause) {
        return new UserError(
                "%s line %d: expected %d numbers; the file was altered".formatted(path, lineNumber, expected), cause);
    }
}
