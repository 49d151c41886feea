package dev.vitrine.experiments.features;

import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.feature.SampleSource;
import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.audio.io.SoundStream;
import dev.vitrine.audio.io.Waveform;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A sound file whose samples can be had from the start more than once: kept from the first time if they are few, else
 * read again.
 */
final class Recording implements Closeable {
    /** Samples that are kept at most: 16 MB. */
    private static final int FEW = 1 << 22;

    private final Path file;
    private final int sampleRate;
    private float[] kept;
    private int count;
    private boolean whole;
    private @Nullable SoundStream open;

    private Recording(Path file, Waveform sound) {
        this.file = file;
        this.sampleRate = sound.sampleRate();
        this.kept = sound.samples();
        this.count = kept.length;
        this.whole = true;
    }

    private Recording(Path file, SoundStream stream) {
        this.file = file;
        this.sampleRate = stream.sampleRate();
        this.kept = new float[1 << 16];
        this.open = stream;
    }

    /**
     * Opens a file. One that is to be resampled is held whole.
     *
     * @throws IOException if it cannot be read, with one line
     */
    static Recording open(Path file, OptionalInt sampleRate) throws IOException {
        if (sampleRate.isPresent()) {
            return new Recording(file, Resampler.resample(SoundFile.read(file), sampleRate.getAsInt()));
        }
        return new Recording(file, SoundFile.open(file));
    }

    int sampleRate() {
        return sampleRate;
    }

    /** The samples from the start; those given out before are no longer to be used. */
    SampleSource samples() {
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
            stream = SoundFile.open(file);
            open = stream;
            count = 0;
        }
        return stream;
    }

    private int read(SoundStream stream, float[] into, int from, int most) {
        try {
            int given = stream.read(into, from, most);
            if (given < 0) {
                whole = count <= FEW;
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
        if (count > FEW || count + given > FEW) {
            count = FEW + 1;
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
