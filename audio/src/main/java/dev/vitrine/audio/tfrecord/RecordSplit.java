package dev.vitrine.audio.tfrecord;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Deals the records of a file out into one file for each key, in their order, record by record.
 *
 * <p>The files are written under other names first; they take their own when all have been read again and hold what the
 * input held.
 */
public final class RecordSplit {
    private static final int MOST_KEYS = 1000;

    private final Path input;
    private final Path folder;
    private final Map<String, Shard> shards = new TreeMap<>();

    /** A file in the making. */
    private static final class Shard {
        private final Path target;
        private final Path partial;
        private final OutputStream stream;
        private final RecordWriter writer;
        private RecordTally tally = RecordTally.NOTHING;

        private Shard(Path target) throws IOException {
            this.target = target;
            this.partial = target.resolveSibling(target.getFileName() + ".part");
            this.stream = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16);
            this.writer = new RecordWriter(stream);
        }

        private void write(byte[] record) throws IOException {
            writer.write(record);
            tally = tally.plus(record);
        }
    }

    private RecordSplit(Path input, Path folder) {
        this.input = input;
        this.folder = folder;
    }

    /**
     * Splits a file.
     *
     * @param key of a record: a word for a file's name, letters, digits, dots and dashes
     * @param folder of the new files, named {@code <input>-<key>.tfrecord}; made if it is not there
     * @param progress is told after each record how many bytes have been read
     * @return the number of records of each new file, by key
     * @throws IOException if a record is damaged or has no key, or a new file is there already; nothing is left behind
     */
    public static Map<String, Long> by(RecordFile.Parser<String> key, Path input, Path folder, LongConsumer progress)
            throws IOException {
        RecordSplit split = new RecordSplit(input, folder);
        Files.createDirectories(folder);
        try {
            RecordTally all = split.deal(key, progress);
            return split.finish(all);
        } finally {
            split.deletePartials();
        }
    }

    private RecordTally deal(RecordFile.Parser<String> key, LongConsumer progress) throws IOException {
        RecordTally all = RecordTally.NOTHING;
        try (RecordReader reader = RecordReader.open(input)) {
            for (byte[] record = reader.next(); record != null; record = reader.next()) {
                shard(reader, key, record).write(record);
                all = all.plus(record);
                progress.accept(reader.end());
            }
        }
        return all;
    }

    private Shard shard(RecordReader reader, RecordFile.Parser<String> key, byte[] record) throws IOException {
        String word;
        try {
            word = key.parse(record);
        } catch (ExampleException e) {
            throw reader.problem(String.valueOf(e.getMessage()));
        }
        Shard known = shards.get(word);
        if (known != null) {
            return known;
        }
        if (!word.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}") || shards.size() == MOST_KEYS) {
            throw reader.problem("key \"" + word + "\" after " + shards.size() + " others; expected a word of letters,"
                    + " digits, dots and dashes, and at most " + MOST_KEYS);
        }
        Path target = folder.resolve(stem() + "-" + word + ".tfrecord");
        if (Files.exists(target)) {
            throw new IOException(target + ": is there already; expected a folder without it; move it away");
        }
        Shard shard = new Shard(target);
        shards.put(word, shard);
        return shard;
    }

    private String stem() {
        String name = String.valueOf(input.getFileName());
        int end = name.indexOf(".tfrecord");
        return end > 0 ? name.substring(0, end) : name;
    }

    private Map<String, Long> finish(RecordTally all) throws IOException {
        RecordTally sum = RecordTally.NOTHING;
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Map.Entry<String, Shard> entry : shards.entrySet()) {
            Shard shard = entry.getValue();
            shard.stream.close();
            RecordTally written = RecordTally.of(shard.partial);
            shard.tally.requireWritten(written, shard.target);
            sum = sum.plus(written);
            counts.put(entry.getKey(), written.records());
        }
        all.requireWritten(sum, folder);
        for (Shard shard : shards.values()) {
            Files.move(shard.partial, shard.target, StandardCopyOption.ATOMIC_MOVE);
        }
        return counts;
    }

    private void deletePartials() throws IOException {
        for (Shard shard : shards.values()) {
            shard.stream.close();
            Files.deleteIfExists(shard.partial);
        }
    }
}
