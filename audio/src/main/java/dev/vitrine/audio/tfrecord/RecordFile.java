package dev.vitrine.audio.tfrecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hands the records of TFRecord files on, one by one.
 *
 * <pre>
 * RecordFile.each(Path.of("nsynth-test.tfrecord"), Example::parse, note -> ...);
 * </pre>
 */
public final class RecordFile {
    private RecordFile() {}

    /** Makes something of a record's bytes. */
    @FunctionalInterface
    public interface Parser<T> {
        /** Makes it, or says why that cannot be. */
        T parse(byte[] record) throws ExampleException;
    }

    /** Takes what was made of a record. */
    @FunctionalInterface
    public interface Sink<T> {
        /** Takes the next one. */
        void take(T made) throws IOException;
    }

    /**
     * Reads one file from beginning to end.
     *
     * @return the number of records
     * @throws RecordException if a record is damaged or cannot be parsed; one line with file and byte
     */
    public static <T> long each(Path file, Parser<T> parser, Sink<T> sink) throws IOException {
        long count = 0;
        try (RecordReader reader = RecordReader.open(file)) {
            for (byte[] record = reader.next(); record != null; record = reader.next()) {
                sink.take(parsed(reader, parser, record));
                count++;
            }
        }
        return count;
    }

    private static <T> T parsed(RecordReader reader, Parser<T> parser, byte[] record) throws RecordException {
        try {
            return parser.parse(record);
        } catch (ExampleException e) {
            throw reader.problem(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The record files at a place: the file itself, or every file at any depth below the folder with {@code .tfrecord}
     * in its name (as {@code x.tfrecord} or {@code x.tfrecord-00000-of-00011}), sorted by path.
     *
     * @throws IOException if there is none; one line
     */
    public static List<Path> shards(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            throw new IOException(place + ": no such file or folder; expected TFRecord files");
        }
        try (Stream<Path> paths = Files.walk(place)) {
            List<Path> shards = paths.filter(path -> isShard(path.getFileName()) && Files.isRegularFile(path))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            if (shards.isEmpty()) {
                throw new IOException(place + ": no file in it is named like *.tfrecord; expected at least one");
            }
            return shards;
        }
    }

    private static boolean isShard(Path name) {
        return name.toString().contains(".tfrecord") && !name.toString().endsWith(".part");
    }
}
