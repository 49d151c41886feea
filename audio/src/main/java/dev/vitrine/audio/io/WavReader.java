package dev.vitrine.audio.io;

import dev.vitrine.audio.io.WavFormat.Encoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads WAV files: PCM of 8, 16, 24 and 32 bits and float of 32 and 64 bits, 1 to 8 channels mixed to mono, any order of
 * chunks, unknown chunks passed over, a data size of 0 or 0xFFFFFFFF as streaming writers leave it.
 *
 * <p>Source: "Multimedia Programming Interface and Data Specifications 1.0", IBM and Microsoft 1991; "Multiple channel
 * audio data and WAVE files", Microsoft 2007 (WAVE_FORMAT_EXTENSIBLE).
 */
public final class WavReader {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final long UNKNOWN_SIZE = 0xFFFFFFFFL;
    private static final long LONGEST = 1L << 30;

    private final Path file;
    private final FileChannel channel;
    private final long length;
    private @Nullable WavFormat format;

    private WavReader(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.length = channel.size();
    }

    /**
     * Reads a whole file and mixes its channels to mono.
     *
     * @throws AudioFileException if it is not a whole WAV file of a known encoding; one line with file and byte
     * @throws IOException if it cannot be opened
     */
    public static Waveform read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new WavReader(file, channel).read();
        }
    }

    private Waveform read() throws IOException {
        if (length == 0) {
            throw problem(0, "the file is empty; expected a WAV file");
        }
        if (length < 12 || !text(0).equals("RIFF") || !text(8).equals("WAVE")) {
            throw problem(0, "not a WAV file: it does not begin with RIFF....WAVE");
        }
        long at = 12;
        while (at + 8 <= length) {
            String name = text(at);
            long size = bytes(at + 4, 4).getInt() & UNKNOWN_SIZE;
            if (name.equals("fmt ")) {
                format = format(at + 8, size);
            } else if (name.equals("data")) {
                return data(at + 8, size);
            }
            at += 8 + size + (size & 1);
        }
        throw problem(length, "the file ends without a data chunk; it is cut off or holds no sound");
    }

    private WavFormat format(long at, long size) throws IOException {
        if (size < 16) {
            throw problem(at, "the fmt chunk has " + size + " bytes; expected at least 16");
        }
        ByteBuffer fmt = bytes(at, (int) Math.min(size, 40));
        int tag = fmt.getShort() & 0xffff;
        int channels = fmt.getShort() & 0xffff;
        int rate = fmt.getInt();
        int bits = fmt.getShort(14) & 0xffff;
        if (tag == EXTENSIBLE && fmt.limit() >= 26) {
            tag = fmt.getShort(24) & 0xffff;
        }
        if (channels < 1 || channels > 8) {
            throw problem(at + 2, "the file says it has " + channels + " channels; expected 1 to 8");
        }
        if (rate < 1 || rate > 10_000_000) {
            throw problem(at + 4, "the file says its sample rate is " + (rate & UNKNOWN_SIZE) + " Hz");
        }
        return new WavFormat(encoding(at, tag, bits), channels, rate);
    }

    private Encoding encoding(long at, int tag, int bits) throws AudioFileException {
        if (tag == PCM && bits == 8) {
            return Encoding.PCM8;
        } else if (tag == PCM && bits == 16) {
            return Encoding.PCM16;
        } else if (tag == PCM && bits == 24) {
            return Encoding.PCM24;
        } else if (tag == PCM && bits == 32) {
            return Encoding.PCM32;
        } else if (tag == FLOAT && bits == 32) {
            return Encoding.FLOAT32;
        } else if (tag == FLOAT && bits == 64) {
            return Encoding.FLOAT64;
        }
        throw problem(
                at,
                "encoding " + tag + " with " + bits + " bits is not known; expected PCM of 8, 16, 24 or 32 bits"
                        + " or float of 32 or 64; convert it with: sox IN.wav -b 16 OUT.wav");
    }

    private Waveform data(long at, long size) throws IOException {
        WavFormat known = format;
        if (known == null) {
            throw problem(at - 8, "the data chunk comes before the fmt chunk");
        }
        boolean streamed = size == 0 || size == UNKNOWN_SIZE;
        long held = length - at;
        if (!streamed && size > held) {
            throw problem(
                    length,
                    "the file is cut off: its data chunk should have " + size + " bytes, " + held + " are there");
        }
        long bytes = streamed ? held : size;
        long frames = bytes / known.frameBytes();
        if (frames == 0) {
            throw problem(at, "the file holds no samples");
        }
        if (frames > LONGEST) {
            throw problem(at, frames + " samples are more than can be held; cut the file");
        }
        return new Waveform(mono(at, (int) frames, known), known.sampleRate());
    }

    private float[] mono(long at, int frames, WavFormat known) throws IOException {
        float[] samples = new float[frames];
        int perBlock = Math.min(frames, 1 << 16);
        long position = at;
        for (int first = 0; first < frames; first += perBlock) {
            int count = Math.min(perBlock, frames - first);
            ByteBuffer block = bytes(position, count * known.frameBytes());
            for (int i = 0; i < count; i++) {
                samples[first + i] = frame(block, known, position);
            }
            position += (long) count * known.frameBytes();
        }
        return samples;
    }

    private float frame(ByteBuffer block, WavFormat known, long blockStart) throws AudioFileException {
        long at = blockStart + block.position();
        double sum = 0;
        for (int c = 0; c < known.channels(); c++) {
            sum += known.encoding().read(block);
        }
        if (!Double.isFinite(sum)) {
            throw problem(at, "the sample there is not a number");
        }
        return (float) (sum / known.channels());
    }

    private String text(long at) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(bytes(at, 4)).toString();
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw problem(length, "the file is cut off; expected " + count + " bytes from byte " + at);
            }
        }
        return buffer.flip();
    }

    private AudioFileException problem(long at, String what) {
        return new AudioFileException(file, at, what);
    }
}
