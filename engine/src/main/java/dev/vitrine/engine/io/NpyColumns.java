package dev.vitrine.engine.io;

import dev.vitrine.engine.tensor.Shape;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A {@code .npy} of float32 [rows, columns] in C order whose columns come one after another, in memory that does not
 * grow with their number. It takes its name when all are there: {@link #finish}.
 */
public final class NpyColumns implements Closeable {
    /** Numbers that wait to be written: 2 MB. */
    private static final int WAITING = 1 << 19;

    private final Path target;
    private final Path partial;
    private final FileChannel channel;
    private final int rows;
    private final int columns;
    private final int chunk;
    private final float[] waiting;
    private final ByteBuffer bytes;
    private final long header;
    private int done;
    private int held;

    /**
     * Begins the file under another name.
     *
     * @param target its name in the end
     * @param partial its name until then, in the same file system
     * @throws IOException if it cannot be made, with one line that says why
     */
    public NpyColumns(Path target, Path partial, int rows, int columns) throws IOException {
        this.target = target;
        this.partial = partial;
        this.rows = rows;
        this.columns = columns;
        this.chunk = Math.min(columns, Math.max(16, WAITING / rows));
        this.waiting = new float[rows * chunk];
        this.bytes = ByteBuffer.allocate(waiting.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        byte[] start = NpyHeader.write(Shape.of(rows, columns), Precision.FLOAT32);
        this.header = start.length;
        try {
            this.channel = FileChannel.open(
                    partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            writeAt(0, ByteBuffer.wrap(start));
        } catch (IOException e) {
            throw WriteProblem.at(target, e);
        }
    }

    /**
     * Adds the next column.
     *
     * @param values one for each row
     * @throws IOException if the disk is full or gone
     */
    public void add(double[] values) throws IOException {
        for (int row = 0; row < rows; row++) {
            waiting[row * chunk + held] = (float) values[row];
        }
        held++;
        if (held == chunk || done + held == columns) {
            flush();
        }
    }

    private void flush() throws IOException {
        try {
            if (held == columns) {
                bytes.clear().asFloatBuffer().put(waiting);
                writeAt(header, bytes);
            } else {
                for (int row = 0; row < rows; row++) {
                    bytes.clear().limit(held * Float.BYTES).asFloatBuffer().put(waiting, row * chunk, held);
                    writeAt(header + ((long) row * columns + done) * Float.BYTES, bytes);
                }
            }
        } catch (IOException e) {
            throw WriteProblem.at(target, e);
        }
        done += held;
        held = 0;
    }

    private void writeAt(long position, ByteBuffer from) throws IOException {
        long at = position;
        while (from.hasRemaining()) {
            at += channel.write(from, at);
        }
    }

    /**
     * Gives the file its name.
     *
     * @throws IllegalStateException if columns are missing
     * @throws IOException if it cannot be done, with one line that says why
     */
    public void finish() throws IOException {
        if (done != columns) {
            throw new IllegalStateException(target + ": " + (done + held) + " of " + columns + " columns were added");
        }
        try {
            channel.close();
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw WriteProblem.at(target, e);
        }
    }

    /** Leaves nothing behind, unless the file was finished. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(partial);
    }
}
