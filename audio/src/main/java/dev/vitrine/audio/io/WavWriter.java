package dev.vitrine.audio.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes mono WAV files of 16-bit PCM. */
public final class WavWriter {
    private static final int HEADER = 44;

    private WavWriter() {}

    /**
     * Writes a whole file, or none: it gets its name when all of it is on the disk. Samples beyond full scale are
     * clipped.
     *
     * @throws IOException if the folder is missing or cannot be written
     */
    public static void write(Path file, Waveform sound) throws IOException {
        Path partial = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
        try {
            Files.write(partial, bytes(sound));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static byte[] bytes(Waveform sound) {
        int size = sound.samples().length * 2;
        ByteBuffer out = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        out.putInt(sound.sampleRate())
                .putInt(sound.sampleRate() * 2)
                .putShort((short) 2)
                .putShort((short) 16);
        out.put(ascii("data")).putInt(size);
        for (float sample : sound.samples()) {
            out.putShort((short) Math.max(-32768, Math.min(32767, Math.round(sample * 32768f))));
        }
        return out.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
