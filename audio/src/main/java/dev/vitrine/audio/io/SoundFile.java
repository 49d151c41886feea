package dev.vitrine.audio.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads sound files, whatever their name ends in: WAV, FLAC, OGG Vorbis and MP3, 1 to 8 channels mixed to mono (their
 * mean).
 *
 * <pre>
 * Waveform sound = SoundFile.read(Path.of("bark.flac"));
 * try (SoundStream hour = SoundFile.open(Path.of("hour.wav"))) { ... hour.read(block, 0, block.length) ... }
 * </pre>
 *
 * <p>Memory is taken for what a file holds, never for what its header promises.
 */
public final class SoundFile {
    private static final int START = 12;
    private static final List<String> ENDINGS = List.of(".wav", ".flac", ".ogg", ".mp3");

    private SoundFile() {}

    /**
     * Opens a file to be read piece by piece.
     *
     * @throws AudioFileException if it is not a sound file of a known kind; one line with file and byte
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be opened
     */
    public static SoundStream open(Path file) throws IOException {
        return mono(file);
    }

    /**
     * Reads a whole file.
     *
     * @throws AudioFileException if it is not a whole sound file of a known kind; one line with file and byte
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be opened
     */
    public static Waveform read(Path file) throws IOException {
        try (MonoStream sound = mono(file)) {
            return sound.rest();
        }
    }

    /** Whether a file's name ends in .wav, .flac, .ogg or .mp3; what is in it is another matter. */
    public static boolean isNamedLikeOne(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static MonoStream mono(Path file) throws IOException {
        requireFile(file);
        return MonoStream.open(file, SoundFile::reader);
    }

    /** A pipe would be waited on for ever. */
    static void requireFile(Path file) throws AudioFileException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new AudioFileException(file, 0, "this is a folder or a device; expected a sound file; name a file");
        }
    }

    private static SoundReader reader(Path file) throws IOException {
        CountedInput in = CountedInput.of(file);
        try {
            byte[] start = in.peek(START);
            String words = new String(start, StandardCharsets.ISO_8859_1);
            if (words.startsWith("RIFF") || words.startsWith("RF64") || words.startsWith("BW64")) {
                in.close();
                return WavReader.open(file);
            }
            if (words.startsWith("OggS")) {
                return VorbisReader.open(file, in);
            }
            if (words.startsWith("fLaC")) {
                return FlacReader.open(file, in);
            }
            if (Id3.isAt(start)) {
                return tagged(file, in);
            }
            if (isMpeg(start)) {
                return MpegReader.open(file, in);
            }
            throw unknown(file, words);
        } catch (IOException | RuntimeException | Error e) {
            in.close();
            throw e;
        }
    }

    private static SoundReader tagged(Path file, CountedInput in) throws IOException {
        Id3.skip(file, in);
        boolean flac = new String(in.peek(4), StandardCharsets.ISO_8859_1).equals("fLaC");
        return flac ? FlacReader.open(file, in) : MpegReader.open(file, in);
    }

    /** Eleven ones, then a version, a layer, a bit rate and a sample rate that there are. */
    private static boolean isMpeg(byte[] start) {
        return start.length >= 4
                && start[0] == -1
                && (start[1] & 0xE0) == 0xE0
                && (start[1] & 0x18) != 0x08
                && (start[1] & 0x06) != 0
                && (start[2] & 0xF0) != 0xF0
                && (start[2] & 0x0C) != 0x0C;
    }

    private static AudioFileException unknown(Path file, String words) {
        String problem = words.isEmpty()
                ? "the file is empty; expected WAV, FLAC, OGG or MP3; record or copy it again"
                : "not a sound file that is known: it begins with \""
                        + Printable.of(words.substring(0, Math.min(4, words.length())))
                        + "\"; expected WAV (RIFF), FLAC (fLaC), OGG (OggS) or MP3; convert it with: sox IN -b 16 OUT.wav";
        return new AudioFileException(file, 0, problem);
    }
}
