package dev.vitrine.audio.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mixes what a reader gives to mono, and turns whatever goes wrong in a decoder into one line. */
final class MonoStream implements SoundStream {
    private static final long LONGEST = 1L << 28;
    private static final int SHARE_OF_MEMORY = 2;
    private static final int PIECE = 1 << 16;
    private static final float[] NOTHING = {};

    private final Path file;
    private final SoundReader reader;
    private float[] block = NOTHING;
    private int used;
    private boolean ended;

    private MonoStream(Path file, SoundReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Opens a file's reader. */
    @FunctionalInterface
    interface Opening {
        SoundReader open(Path file) throws IOException;
    }

    static MonoStream open(Path file, Opening opening) throws IOException {
        try {
            return new MonoStream(file, opening.open(file));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw failure(file, 0, e);
        }
    }

    private float @Nullable [] next(long at) throws IOException {
        try {
            return reader.next();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw failure(file, at, e);
        }
    }

    /** Decoders meet damaged files with any exception there is. */
    private static AudioFileException failure(Path file, long at, Throwable e) {
        return new AudioFileException(
                file,
                at,
                "the decoder fails behind here (" + e.getClass().getSimpleName()
                        + "): the file is damaged; record or copy it again");
    }

    @Override
    public int sampleRate() {
        return reader.sampleRate();
    }

    @Override
    public int read(float[] to, int first, int count) throws IOException {
        if (used == block.length && !fill()) {
            return -1;
        }
        int given = Math.min(count, block.length - used);
        System.arraycopy(block, used, to, first, given);
        used += given;
        return given;
    }

    private boolean fill() throws IOException {
        used = 0;
        block = NOTHING;
        while (!ended && block.length == 0) {
            long at = reader.at();
            float[] frames = next(at);
            ended = frames == null;
            block = frames == null ? NOTHING : mixed(frames, at);
        }
        return !ended;
    }

    private float[] mixed(float[] frames, long at) throws AudioFileException {
        int channels = reader.channels();
        float[] mono = channels == 1 ? frames : new float[frames.length / channels];
        for (int i = 0; i < mono.length; i++) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += frames[i * channels + c];
            }
            mono[i] = (float) (sum / channels);
            if (!Float.isFinite(mono[i])) {
                throw new AudioFileException(
                        file,
                        at,
                        "a sample behind here is not a number (NaN or infinite); expected -1 to 1; make the file"
                                + " again");
            }
        }
        return mono;
    }

    /** All that is left. */
    Waveform rest() throws IOException {
        long most = Math.min(LONGEST, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / Float.BYTES);
        long known = reader.frames();
        if (known > most) {
            throw tooLong(known, most);
        }
        List<float[]> pieces = new ArrayList<>();
        float[] piece = new float[known == SoundReader.UNKNOWN ? PIECE : (int) known];
        int filled = 0;
        long before = 0;
        for (int read = read(piece, 0, piece.length); read > 0; read = read(piece, filled, piece.length - filled)) {
            filled += read;
            if (filled == piece.length) {
                before += filled;
                if (before > most) {
                    throw tooLong(before, most);
                }
                pieces.add(piece);
                piece = new float[PIECE];
                filled = 0;
            }
        }
        if (before + filled == 0) {
            throw new AudioFileException(
                    file, reader.at(), "the file holds no samples; expected at least one; record or copy it again");
        }
        return new Waveform(joined(pieces, (int) before, piece, filled), sampleRate());
    }

    private static float[] joined(List<float[]> pieces, int before, float[] last, int filled) {
        if (pieces.size() == 1 && filled == 0) {
            return pieces.get(0);
        }
        float[] all = new float[before + filled];
        int at = 0;
        for (float[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(last, 0, all, at, filled);
        return all;
    }

    private AudioFileException tooLong(long samples, long most) {
        return new AudioFileException(
                file,
                reader.at(),
                samples + " samples are more than can be held; expected at most " + most + "; cut it");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
