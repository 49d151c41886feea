package dev.vitrine.audio.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads WAV files: PCM of 8 (unsigned), 16, 24 and 32 bits, float of 32 and 64 bits, A-law and µ-law, plain or
 * {@code WAVE_FORMAT_EXTENSIBLE}, RIFF or RF64, 1 to 8 channels, any order of chunks, unknown chunks passed over, a data
 * size of 0 or 0xFFFFFFFF as streaming writers leave it. {@link SoundFile} reads other kinds of files too.
 *
 * <p>Source: "Multimedia Programming Interface and Data Specifications 1.0", IBM and Microsoft 1991; "Multiple channel
 * audio data and WAVE files", Microsoft 2007 (WAVE_FORMAT_EXTENSIBLE); EBU Tech 3306, 2009 (RF64).
 */
public final class WavReader implements SoundReader {
    private static final int HEADER = 12;
    private static final long UNKNOWN_SIZE = 0xFFFFFFFFL;
    private static final int FRAMES_PER_BLOCK = 1 << 12;

    private final Path file;
    private final FileChannel channel;
    private final long length;
    private final WavFormat format;
    private final long frames;
    private long position;
    private long done;

    private WavReader(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.length = channel.size();
        requireWav();
        Chunks chunks = chunks();
        this.format = format(chunks.fmt());
        Chunk data = whole(chunks.data());
        this.position = data.at();
        this.frames = data.size() / format.frameBytes();
        if (frames == 0) {
            throw problem(data.at(), "the file holds no samples; expected at least one; record or copy it again");
        }
    }

    /** Where the content of a chunk begins, and how many bytes its header promises. */
    private record Chunk(long at, long size) {}

    private record Chunks(@Nullable Chunk fmt, @Nullable Chunk data) {}

    /**
     * Reads a whole file and mixes its channels to mono (their mean).
     *
     * @throws AudioFileException if it is not a whole WAV file of a known encoding; one line with file and byte
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be opened
     */
    public static Waveform read(Path file) throws IOException {
        SoundFile.requireFile(file);
        try (MonoStream sound = MonoStream.open(file, WavReader::open)) {
            return sound.rest();
        }
    }

    static WavReader open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new WavReader(file, channel);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int sampleRate() {
        return format.sampleRate();
    }

    @Override
    public int channels() {
        return format.channels();
    }

    @Override
    public long frames() {
        return frames;
    }

    @Override
    public long at() {
        return position;
    }

    @Override
    public float @Nullable [] next() throws IOException {
        int count = (int) Math.min(FRAMES_PER_BLOCK, frames - done);
        if (count == 0) {
            return null;
        }
        ByteBuffer block = bytes(position, count * format.frameBytes());
        float[] samples = new float[count * format.channels()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sample(block);
        }
        done += count;
        position += block.limit();
        return samples;
    }

    private float sample(ByteBuffer block) throws AudioFileException {
        long at = position + block.position();
        float sample = (float) format.encoding().read(block);
        if (!Float.isFinite(sample)) {
            throw problem(
                    at, "the sample there is not a number (NaN or infinite); expected -1 to 1; make the file again");
        }
        return sample;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Chunks chunks() throws IOException {
        Chunk fmt = null;
        Chunk data = null;
        long dataSize = UNKNOWN_SIZE;
        long at = HEADER;
        while (at + 8 <= length && (fmt == null || data == null)) {
            String name = text(at);
            Chunk chunk = new Chunk(at + 8, bytes(at + 4, 4).getInt() & UNKNOWN_SIZE);
            if (name.equals("fmt ")) {
                fmt = chunk;
            } else if (name.equals("ds64")) {
                dataSize = bytes(chunk.at() + 8, 8).getLong();
            } else if (name.equals("data")) {
                chunk = toTheEndWhereUnknown(chunk, dataSize);
                data = chunk;
            }
            // Chunks begin at even bytes.
            at = chunk.at() + Math.min(chunk.size(), length);
            at += at & 1;
        }
        return new Chunks(fmt, data);
    }

    private void requireWav() throws IOException {
        if (length == 0) {
            throw problem(0, "the file is empty; expected a WAV file; record or copy it again");
        }
        String start = text(0, (int) Math.min(4, length));
        if (length < HEADER || !start.matches("RIFF|RF64|BW64") || !text(8).equals("WAVE")) {
            throw problem(
                    0,
                    "not a WAV file: it begins with \"" + Printable.of(start)
                            + "\"; expected RIFF....WAVE; convert it with: sox IN -b 16 OUT.wav");
        }
    }

    /** Streaming writers leave 0 or all ones; so does RF64, and tells the size in a chunk of its own. */
    private Chunk toTheEndWhereUnknown(Chunk data, long size64) throws AudioFileException {
        if (data.size() == UNKNOWN_SIZE && size64 != UNKNOWN_SIZE && size64 != 0 && size64 != -1) {
            if (size64 < 0) {
                throw problem(data.at(), "the ds64 chunk promises more than 2^63 bytes; record or copy it again");
            }
            return new Chunk(data.at(), size64);
        }
        boolean streamed = data.size() == 0 || data.size() == UNKNOWN_SIZE;
        return streamed ? new Chunk(data.at(), length - data.at()) : data;
    }

    private Chunk whole(@Nullable Chunk data) throws AudioFileException {
        if (data == null) {
            throw problem(length, "the file ends without a data chunk; expected one; record or copy it again");
        }
        if (data.size() > length - data.at()) {
            throw problem(
                    length,
                    "the file is cut off: its data chunk should have " + data.size() + " bytes, " + (length - data.at())
                            + " are there; record or copy it again");
        }
        return data;
    }

    private WavFormat format(@Nullable Chunk fmt) throws IOException {
        if (fmt == null) {
            throw problem(length, "the file ends without a fmt chunk; expected one; record or copy it again");
        }
        if (fmt.size() < 16) {
            throw problem(
                    fmt.at(),
                    "the fmt chunk has " + fmt.size() + " bytes; expected at least 16; record or copy it again");
        }
        return WavFormat.read(file, fmt.at(), bytes(fmt.at(), (int) Math.min(fmt.size(), 40)));
    }

    private String text(long at) throws IOException {
        return text(at, 4);
    }

    private String text(long at, int count) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(bytes(at, count)).toString();
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
        if (at + count > length) {
            throw problem(
                    length,
                    "the file is cut off; expected " + count + " bytes from byte " + at + "; record or copy it again");
        }
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw problem(at, "the file became shorter while it was read; try again when it is whole");
            }
        }
        return buffer.flip();
    }

    private AudioFileException problem(long at, String what) {
        return new AudioFileException(file, at, what);
    }
}
