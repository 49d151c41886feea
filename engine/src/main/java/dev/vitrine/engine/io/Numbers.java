package dev.vitrine.engine.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers one after another, a piece at a time, so that a large array is in memory once. */
final class Numbers {
    private static final int PIECE = 8192;

    private Numbers() {}

    static void write(OutputStream out, double[] values, Precision precision) throws IOException {
        byte[] bytes = new byte[PIECE * precision.bytes()];
        ByteBuffer piece = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += PIECE) {
            piece.clear();
            for (int i = from; i < Math.min(from + PIECE, values.length); i++) {
                precision.write(piece, values[i]);
            }
            out.write(bytes, 0, piece.position());
        }
    }

    /**
     * Reads numbers.
     *
     * @throws ArithmeticException if a whole number is too large to be kept as a double
     */
    static double[] read(InputStream in, int count, Precision precision) throws IOException {
        double[] values = new double[count];
        byte[] bytes = new byte[PIECE * precision.bytes()];
        ByteBuffer piece = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < count; from += PIECE) {
            int to = Math.min(from + PIECE, count);
            int wanted = (to - from) * precision.bytes();
            if (in.readNBytes(bytes, 0, wanted) < wanted) {
                throw new IOException("the file became shorter while it was read");
            }
            piece.clear();
            for (int i = from; i < to; i++) {
                values[i] = precision.read(piece);
            }
        }
        return values;
    }
}
