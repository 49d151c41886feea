package dev.vitrine.audio.io;

import java.io.Closeable;
import java.io.IOException;

/** Mono sound that is read piece by piece, so that its length does not matter. Not for several threads. */
public interface SoundStream extends Closeable {
    /** Samples per second, in Hz. */
    int sampleRate();

    /**
     * Reads the next samples.
     *
     * @param to full scale is -1 to 1
     * @param first where in {@code to} the first one goes
     * @param count how many are wanted, at least 1
     * @return how many there were, at least 1, or -1 at the end
     * @throws AudioFileException if the file is damaged there; one line with file and byte
     */
    int read(float[] to, int first, int count) throws IOException;
}
