package dev.vitrine.audio.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads WAV files: PCM of 8 (unsigned), 16, 24 and 32 bits and float of 32 and 64 bits, plain or
 * {@code WAVE_FORMAT_EXTENSIBLE}, 1 to 8 channels mixed to mono (their mean), any order of chunks, unknown chunks passed
 * over, a data size of 0 or 0xFFFFFFFF as streaming writers leave it.
 *
 * <p>Memory is taken for what the file holds, never for what its header promises.
 *
 * <p>Source: "Multimedia Programming Interface and Data Specifications 1.0", IBM and Microsoft 1991; "Multiple channel
 * audio data and WAVE files", Microsoft 2007 (WAVE_FORMAT_EXTENSIBLE).
 */
public final class WavReader {
    private static final int HEADER = 12;
    private static final long UNKNOWN_SIZE = 0xFFFFFFFFL;
    private static final long LONGEST = 1L << 28;
    private static final int SHARE_OF_MEMORY = 2;
    private static final int FRAMES_PER_BLOCK = 1 << 14;

    private final Path file;
    private final FileChannel channel;
    private final long length;

    private WavReader(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.length = channel.size();
    }

    /** Where the content of a chunk begins, and how many bytes its header promises. */
    private record Chunk(long at, long size) {}

    /**
     * Reads a whole file and mixes its channels to mono.
     *
     * @throws AudioFileException if it is not a whole WAV file of a known encoding; one line with file and byte
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be opened
     */
    public static Waveform read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe would be waited on for ever.
            throw new AudioFileException(file, 0, "this is a folder or a device; expected a WAV file; name a file");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new WavReader(file, channel).read();
        }
    }

    private Waveform read() throws IOException {
        requireWav();
        Chunk fmt = null;
        Chunk data = null;
        long at = HEADER;
        while (at + 8 <= length && (fmt == null || data == null)) {
            String name = text(at);
            Chunk chunk = new Chunk(at + 8, bytes(at + 4, 4).getInt() & UNKNOWN_SIZE);
            if (name.equals("fmt ")) {
                fmt = chunk;
            } else if (name.equals("data")) {
                data = toTheEndWhereUnknown(chunk);
            }
            at = chunk.at() + (name.equals("data") ? held(data) : chunk.size());
            at += at & 1;
        }
        return decode(fmt, data);
    }

    private void requireWav() throws IOException {
        if (length == 0) {
            throw problem(0, "the file is empty; expected a WAV file; record or copy it again");
        }
        String start = text(0, (int) Math.min(4, length));
        if (length < HEADER || !start.equals("RIFF") || !text(8).equals("WAVE")) {
            throw problem(
                    0,
                    "not a WAV file: it begins with \"" + printable(start)
                            + "\"; expected RIFF....WAVE; convert it with: sox IN -b 16 OUT.wav");
        }
    }

    private Chunk toTheEndWhereUnknown(Chunk data) {
        boolean streamed = data.size() == 0 || data.size() == UNKNOWN_SIZE;
        return streamed ? new Chunk(data.at(), length - data.at()) : data;
    }

    private long held(@Nullable Chunk data) {
        return data == null ? 0 : Math.min(data.size(), length - data.at());
    }

    private Waveform decode(@Nullable Chunk fmt, @Nullable Chunk data) throws IOException {
        if (fmt == null) {
            throw problem(length, "the file ends without a fmt chunk; expected one; record or copy it again");
        }
        WavFormat format = WavFormat.read(file, fmt.at(), fmtBytes(fmt));
        if (data == null) {
            throw problem(length, "the file ends without a data chunk; expected one; record or copy it again");
        }
        if (data.size() > length - data.at()) {
            throw problem(
                    length,
                    "the file is cut off: its data chunk should have " + data.size() + " bytes, " + (length - data.at())
                            + " are there; record or copy it again");
        }
        long frames = data.size() / format.frameBytes();
        if (frames == 0) {
            throw problem(data.at(), "the file holds no samples; expected at least one; record or copy it again");
        }
        long most = Math.min(LONGEST, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / Float.BYTES);
        if (frames > most) {
            throw problem(
                    data.at(), frames + " samples are more than can be held; expected at most " + most + "; cut it");
        }
        return new Waveform(mono(data.at(), (int) frames, format), format.sampleRate());
    }

    private ByteBuffer fmtBytes(Chunk fmt) throws IOException {
        if (fmt.size() < 16) {
            throw problem(
                    fmt.at(),
                    "the fmt chunk has " + fmt.size() + " bytes; expected at least 16; record or copy it again");
        }
        return bytes(fmt.at(), (int) Math.min(fmt.size(), 40));
    }

    private float[] mono(long at, int frames, WavFormat format) throws IOException {
        float[] samples = new float[frames];
        long position = at;
        for (int first = 0; first < frames; first += FRAMES_PER_BLOCK) {
            int count = Math.min(FRAMES_PER_BLOCK, frames - first);
            ByteBuffer block = bytes(position, count * format.frameBytes());
            for (int i = 0; i < count; i++) {
                samples[first + i] = frame(block, format, position);
            }
            position += (long) count * format.frameBytes();
        }
        return samples;
    }

    private float frame(ByteBuffer block, WavFormat format, long blockStart) throws AudioFileException {
        long at = blockStart + block.position();
        double sum = 0;
        for (int c = 0; c < format.channels(); c++) {
            sum += format.encoding().read(block);
        }
        float sample = (float) (sum / format.channels());
        if (!Float.isFinite(sample)) {
            throw problem(
                    at, "the sample there is not a number (NaN or infinite); expected -1 to 1; make the file again");
        }
        return sample;
    }

    private String text(long at) throws IOException {
        return text(at, 4);
    }

    private String text(long at, int count) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(bytes(at, count)).toString();
    }

    /** An error must stay one line on any terminal. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", ".");
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
