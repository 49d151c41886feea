package dev.vitrine.audio.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes mono WAV files of 16-bit PCM or 32-bit float. */
public final class WavWriter {
    private static final int HEADER = 44;
    private static final int LONGEST = (Integer.MAX_VALUE - HEADER) / Float.BYTES;

    private WavWriter() {}

    /**
     * Writes a whole file of 16-bit PCM, or none: it gets its name when all of it is on the disk. Samples beyond full
     * scale are clipped.
     *
     * @throws IllegalArgumentException if a sample is not a number
     * @throws IOException if the folder is missing or cannot be written
     */
    public static void write(Path file, Waveform sound) throws IOException {
        ByteBuffer out = header(sound, 1, Short.BYTES);
        for (float sample : sound.samples()) {
            out.putShort((short) Math.max(-32768, Math.min(32767, Math.round(finite(sample) * 32768f))));
        }
        writeWhole(file, out.flip());
    }

    /**
     * Writes a whole file of 32-bit float, or none. Every sample comes back as it was, beyond full scale too.
     *
     * @throws IllegalArgumentException if a sample is not a number
     * @throws IOException if the folder is missing or cannot be written
     */
    public static void writeFloat(Path file, Waveform sound) throws IOException {
        ByteBuffer out = header(sound, 3, Float.BYTES);
        for (float sample : sound.samples()) {
            out.putFloat(finite(sample));
        }
        writeWhole(file, out.flip());
    }

    private static ByteBuffer header(Waveform sound, int tag, int bytesPerSample) {
        if (sound.samples().length > LONGEST) {
            throw new IllegalArgumentException(
                    sound.samples().length + " samples do not fit a WAV file; expected at most " + LONGEST);
        }
        int size = sound.samples().length * bytesPerSample;
        ByteBuffer out = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(16).putShort((short) tag).putShort((short) 1);
        out.putInt(sound.sampleRate())
                .putInt(sound.sampleRate() * bytesPerSample)
                .putShort((short) bytesPerSample)
                .putShort((short) (8 * bytesPerSample));
        return out.put(ascii("data")).putInt(size);
    }

    private static float finite(float sample) {
        if (!Float.isFinite(sample)) {
            throw new IllegalArgumentException("a sample is " + sample + "; expected a number");
        }
        return sample;
    }

    private static void writeWhole(Path file, ByteBuffer bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(file + ": cannot be written, there is no folder " + folder + "; make it first");
        }
        // Not createTempFile: the file would be readable by its owner alone.
        Path partial = folder.resolve(file.getFileName() + ".part");
        try {
            fill(partial, bytes);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void fill(Path partial, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
