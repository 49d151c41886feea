package dev.vitrine.audio.audioset;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.vitrine.audio.dataset.DatasetException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A list of labelled parts of videos, as {@code balanced_train_segments.csv}: three lines of comment, no header, labels in
 * one quoted cell.
 *
 * <pre>
 * # YTID, start_seconds, end_seconds, positive_labels
 * --PJHxphWEs, 30.000, 40.000, "/m/09x0r,/t/dd00088"
 * </pre>
 *
 * @param segments in the order of the file
 */
public record Segments(List<Segment> segments) {
    private static final int CELLS = 4;

    /**
     * A part of a video.
     *
     * @param videoId of YouTube
     * @param start in seconds
     * @param end in seconds
     * @param mids identifiers of the classes heard in it
     */
    public record Segment(String videoId, double start, double end, List<String> mids) {
        /** Copies the list. */
        public Segment {
            mids = List.copyOf(mids);
        }
    }

    /** Copies the list. */
    public Segments {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a file.
     *
     * @throws DatasetException if it is no such list; one line with file and line
     */
    public static Segments read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException("no such file: " + file + "; expected a list of segments");
        }
        List<Segment> segments = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(file)) {
            for (CsvRecord row : rows) {
                segments.add(segment(file, row));
            }
        } catch (CsvParseException | MalformedInputException e) {
            throw new DatasetException(file + ": not a CSV file: " + e.getMessage());
        }
        return new Segments(segments);
    }

    private static Segment segment(Path file, CsvRecord row) throws DatasetException {
        if (row.getFieldCount() != CELLS) {
            throw problem(
                    file, row, row.getFieldCount() + " cells; expected a video, its start, its end and its labels");
        }
        double start = seconds(file, row, 1);
        double end = seconds(file, row, 2);
        if (!(start >= 0 && start < end)) {
            throw problem(file, row, "goes from " + start + " s to " + end + " s; expected an end after its start");
        }
        return new Segment(
                row.getField(0).strip(),
                start,
                end,
                List.of(row.getField(3).strip().split("\\s*,\\s*")));
    }

    private static double seconds(Path file, CsvRecord row, int cell) throws DatasetException {
        String text = row.getField(cell).strip();
        if (!text.matches("\\d{1,9}(\\.\\d+)?")) {
            throw problem(file, row, "\"" + text + "\" is no time; expected seconds");
        }
        return Double.parseDouble(text);
    }

    private static DatasetException problem(Path file, CsvRecord row, String what) {
        return new DatasetException(file + ": line " + row.getStartingLineNumber() + ": " + what);
    }

    /** The segments in which one of the classes is heard. */
    public Segments withAny(Predicate<String> mids) {
        return new Segments(
                segments.stream().filter(s -> s.mids().stream().anyMatch(mids)).toList());
    }
}
