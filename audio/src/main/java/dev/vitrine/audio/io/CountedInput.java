package dev.vitrine.audio.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, counted. Who goes on asking after the last one is stopped: decoders have looped there. */
final class CountedInput extends InputStream {
    private static final int MOST_ASKED_AFTER_THE_END = 10_000;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final InputStream in;
    private long at;
    private long marked;
    private int askedAfterTheEnd;

    private CountedInput(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static CountedInput of(Path file) throws IOException {
        return new CountedInput(file, new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /** How many bytes have been read. */
    long at() {
        return at;
    }

    /** The next bytes, without taking them; fewer at the end of the file. */
    byte[] peek(int count) throws IOException {
        mark(count);
        byte[] bytes = readNBytes(count);
        reset();
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] to, int first, int count) throws IOException {
        int read = in.read(to, first, count);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        if (read > 0) {
            at += read;
        } else if (read < 0 && ++askedAfterTheEnd > MOST_ASKED_AFTER_THE_END) {
            throw new AudioFileException(
                    file, at, "the decoder does not find the end: the file is damaged; record or copy it again");
        }
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public synchronized void mark(int limit) {
        in.mark(limit);
        marked = at;
    }

    @Override
    public synchronized void reset() throws IOException {
        in.reset();
        at = marked;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
