package dev.vitrine.experiments.features;

import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.feature.SampleSource;
import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.audio.io.SoundStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A sound file whose samples can be had from the start more than once: kept from the first time if they are few, else
 * read again.
 */
final class Recording implements Sound, Closeable {
    /** Samples that are kept at most: 16 MB. */
    private static final int FEW = 1 << 22;

    private final Path file;
    private final OptionalInt wanted;
    private final int room;
    private final int sampleRate;
    private float[] kept;
    private int count;
    private boolean whole;
    private @Nullable SoundStream open;

    private Recording(Path file, OptionalInt wanted, int room) throws IOException {
        this.file = file;
        this.wanted = wanted;
        this.room = room;
        this.kept = new float[1 << 16];
        SoundStream stream = stream();
        this.open = stream;
        this.sampleRate = stream.sampleRate();
    }

    /**
     * Opens a file.
     *
     * @param sampleRate to which it is resampled as it is read, in Hz; its own where not given
     * @throws IOException if it cannot be read, with one line
     */
    static Recording open(Path file, OptionalInt sampleRate) throws IOException {
        return open(file, sampleRate, FEW);
    }

    /** The same, with so many samples kept at most. */
    static Recording open(Path file, OptionalInt sampleRate, int room) throws IOException {
        return new Recording(file, sampleRate, room);
    }

    private SoundStream stream() throws IOException {
        SoundStream sound = SoundFile.open(file);
        return wanted.isPresent() ? Resampler.resample(sound, wanted.getAsInt()) : sound;
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public SampleSource samples() {
        if (whole) {
            return fromMemory();
        }
        try {
            SoundStream stream = reopened();
            return (into, from, most) -> read(stream, into, from, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SampleSource fromMemory() {
        int[] at = {0};
        return (into, from, most) -> {
            int given = Math.min(most, count - at[0]);
            System.arraycopy(kept, at[0], into, from, given);
            at[0] += given;
            return given;
        };
    }

    private SoundStream reopened() throws IOException {
        SoundStream stream = open;
        if (stream == null || count > 0) {
            close();
            stream = stream();
            open = stream;
            count = 0;
        }
        return stream;
    }

    private int read(SoundStream stream, float[] into, int from, int most) {
        try {
            if (Thread.interrupted()) {
                throw new InterruptedIOException(file + ": stopped while it was read");
            }
            int given = stream.read(into, from, most);
            if (given < 0) {
                whole = count <= room;
                return 0;
            }
            keep(into, from, given);
            return given;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps samples as long as they are few; {@code count} beyond that says that they were not. */
    private void keep(float[] from, int first, int given) {
        if (count > room || count + given > room) {
            count = room + 1;
            kept = new float[0];
            return;
        }
        if (count + given > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(count + given, 2 * kept.length));
        }
        System.arraycopy(from, first, kept, count, given);
        count += given;
    }

    @Override
    public void close() throws IOException {
        SoundStream stream = open;
        if (stream != null) {
            stream.close();
        }
    }
}
