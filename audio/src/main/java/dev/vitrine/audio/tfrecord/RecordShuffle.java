package dev.vitrine.audio.tfrecord;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;

/**
 * Shuffles the records of files that are larger than memory, as thoroughly as if they were in it.
 *
 * <p>Each record is thrown into one of several piles at random; then one pile after the other is read into memory,
 * shuffled and written. The input is read once, and as much again is written and read in piles beside the output; a last
 * pass reads the output and compares it with the input.
 *
 * <p>Source: Rao, "Generation of random permutation of given number of elements using random sampling numbers", Sankhya A
 * 23, 1961.
 */
public final class RecordShuffle {
    private static final int MOST_PILES = 512;

    private final Path target;
    private final Random random;
    private final List<Path> piles = new ArrayList<>();

    private RecordShuffle(Path target, long seed) {
        this.target = target;
        this.random = new Random(seed);
    }

    /**
     * Shuffles.
     *
     * @param inputs their records are put together
     * @param target the new file
     * @param memory bytes that one pile may have, about
     * @param progress is told how many bytes have been moved, of {@link #work}
     * @return the number of records
     * @throws IOException if a record is damaged, or the target is there already; nothing is left behind
     */
    public static long shuffle(List<Path> inputs, Path target, long memory, long seed, LongConsumer progress)
            throws IOException {
        if (Files.exists(target)) {
            throw new IOException(target + ": is there already; expected a new name; move it away");
        }
        RecordShuffle shuffle = new RecordShuffle(target, seed);
        Path partial = shuffle.beside(".part");
        try {
            RecordTally read = shuffle.throwIntoPiles(inputs, memory, progress);
            shuffle.writePiles(partial, bytesOf(inputs), progress);
            read.requireWritten(RecordTally.of(partial), target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return read.records();
        } finally {
            Files.deleteIfExists(partial);
            for (Path pile : shuffle.piles) {
                Files.deleteIfExists(pile);
            }
        }
    }

    /** How many bytes will be moved: all to the piles, and all from there. */
    public static long work(List<Path> inputs) throws IOException {
        return 2 * bytesOf(inputs);
    }

    private static long bytesOf(List<Path> inputs) throws IOException {
        long bytes = 0;
        for (Path input : inputs) {
            bytes += Files.size(input);
        }
        return bytes;
    }

    private Path beside(String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    private RecordTally throwIntoPiles(List<Path> inputs, long memory, LongConsumer progress) throws IOException {
        // Piles are not equally high; half of the memory on average leaves room.
        int count = (int) Math.max(1, Math.min(MOST_PILES, 2 * bytesOf(inputs) / Math.max(1, memory)));
        List<OutputStream> streams = new ArrayList<>();
        RecordTally tally = RecordTally.NOTHING;
        try {
            List<RecordWriter> writers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                piles.add(beside(".pile-" + i));
                streams.add(new BufferedOutputStream(Files.newOutputStream(piles.get(i)), 1 << 16));
                writers.add(new RecordWriter(streams.get(i)));
            }
            long done = 0;
            for (Path input : inputs) {
                try (RecordReader reader = RecordReader.open(input)) {
                    for (byte[] record = reader.next(); record != null; record = reader.next()) {
                        writers.get(random.nextInt(count)).write(record);
                        tally = tally.plus(record);
                        progress.accept(done + reader.end());
                    }
                    done += reader.end();
                }
            }
        } finally {
            for (OutputStream stream : streams) {
                stream.close();
            }
        }
        return tally;
    }

    private void writePiles(Path partial, long done, LongConsumer progress) throws IOException {
        long moved = done;
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16)) {
            RecordWriter writer = new RecordWriter(stream);
            for (Path pile : piles) {
                List<byte[]> records = new ArrayList<>();
                RecordFile.each(pile, record -> record, records::add);
                Collections.shuffle(records, random);
                for (byte[] record : records) {
                    writer.write(record);
                }
                moved += Files.size(pile);
                Files.delete(pile);
                progress.accept(moved);
            }
        }
    }
}
