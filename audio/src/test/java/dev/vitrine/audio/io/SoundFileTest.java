package dev.vitrine.audio.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundFileTest {
    private static final String AGAIN = "; record or copy it again";

    @TempDir
    private Path folder;

    static Path sound(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(SoundFileTest.class.getResource("/sounds/" + name), name);
        return Path.of(url.toURI());
    }

    /** The sweep before it was encoded, at any rate: channels' mean. */
    private static double sweep(double seconds) {
        double phase = 200 * seconds + 1200 * seconds * seconds;
        return 0.25 * Math.sin(2 * Math.PI * phase) + 0.125 * Math.sin(2 * Math.PI * 440 * seconds);
    }

    /** Power of the sweep over power of what differs from it, in dB, without the ends. */
    private static double fidelity(Waveform sound, int late) {
        double signal = 0;
        double noise = 0;
        for (int i = sound.sampleRate() / 40; i < sound.sampleRate() * 9 / 40; i++) {
            double expected = sweep((double) i / sound.sampleRate());
            signal += expected * expected;
            noise += Math.pow(sound.samples()[i + late] - expected, 2);
        }
        return 10 * Math.log10(signal / noise);
    }

    @ParameterizedTest
    @CsvSource({
        "sweep.wav, 8000, 2000, 80",
        "sweep.flac, 8000, 2000, 80",
        "sweep24.flac, 8000, 2000, 80",
        "alaw.wav, 8000, 2000, 30",
        "mulaw.wav, 8000, 2000, 30",
        "sweep.ogg, 8000, 2000, 18",
        "sweep32k.mp3, 32000, 8000, 25",
    })
    void readsEveryKindInPlace(String name, int rate, int length, double decibels) throws Exception {
        Waveform sound = SoundFile.read(sound(name));
        assertThat(sound.sampleRate()).isEqualTo(rate);
        assertThat(sound.samples()).hasSize(length);
        assertThat(fidelity(sound, 0)).isGreaterThan(decibels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep.flac", "sweep24.flac"})
    void flacIsTheSameToTheBit(String name) throws Exception {
        assertThat(SoundFile.read(sound(name)).samples())
                .containsExactly(SoundFile.read(sound("sweep.wav")).samples());
    }

    /** No note of the encoder's delay: 576 samples of the encoder and 529 of the decoder come first. */
    @Test
    void anMp3WithoutATagBeginsLate() throws Exception {
        Waveform sound = SoundFile.read(sound("untagged16k.mp3"));
        assertThat(sound.samples().length).isGreaterThan(4000 + 1105);
        assertThat(fidelity(sound, 1105)).isGreaterThan(20);
    }

    @Test
    void passesOverTagsBeforeTheSound() throws Exception {
        for (String name : List.of("sweep32k.mp3", "sweep.flac")) {
            byte[] tag = Arrays.copyOf(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 2, 1}, 10 + 257);
            byte[] plain = Files.readAllBytes(sound(name));
            byte[] all = Arrays.copyOf(tag, tag.length + plain.length);
            System.arraycopy(plain, 0, all, tag.length, plain.length);
            Path tagged = Files.write(folder.resolve("tagged"), all);
            assertThat(SoundFile.read(tagged).samples())
                    .containsExactly(SoundFile.read(sound(name)).samples());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep.wav", "sweep.flac", "sweep.ogg", "sweep32k.mp3"})
    void piecesAreTheWhole(String name) throws Exception {
        float[] whole = SoundFile.read(sound(name)).samples();
        float[] pieces = new float[whole.length + 7];
        int at = 0;
        try (SoundStream stream = SoundFile.open(sound(name))) {
            for (int read = stream.read(pieces, at, 7); read > 0; read = stream.read(pieces, at, 7)) {
                at += read;
            }
            assertThat(stream.read(pieces, 0, 1)).isEqualTo(-1);
        }
        assertThat(Arrays.copyOf(pieces, at)).containsExactly(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep.wav", "sweep.flac", "sweep.ogg", "sweep32k.mp3"})
    void refusesAFileThatIsCutOff(String name) throws Exception {
        byte[] whole = Files.readAllBytes(sound(name));
        for (int length : new int[] {4, 30, whole.length / 2, whole.length - 40}) {
            Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SoundFile.read(file))
                    .isInstanceOf(AudioFileException.class)
                    .hasMessageStartingWith(file + ": byte ");
        }
    }

    @Test
    void refusesDamagedFlacAndOgg() throws Exception {
        assertThatThrownBy(() -> SoundFile.read(damaged("sweep.flac", 1500)))
                .hasMessageEndingWith("a FLAC frame just before is damaged" + AGAIN);
        assertThatThrownBy(() -> SoundFile.read(damaged("sweep.flac", 30)))
                .hasMessageEndingWith("the samples are not those that were written (their MD5 differs)" + AGAIN);
        assertThatThrownBy(() -> SoundFile.read(damaged("sweep.ogg", 3400)))
                .hasMessageEndingWith("a page of the OGG file is damaged before here" + AGAIN);
    }

    /** jflac by itself searches on for ever behind a frame whose second byte is wrong. */
    @Test
    void endsWhereTheDecoderWouldNot() throws Exception {
        byte[] start = Arrays.copyOf(Files.readAllBytes(sound("sweep.flac")), 44);
        start[4] |= (byte) 0x80;
        start[42] = -1;
        start[43] = (byte) 0xFB;
        Path file = Files.write(folder.resolve("endless.flac"), start);
        assertThatThrownBy(() -> SoundFile.read(file))
                .hasMessage(file + ": byte 44: a FLAC frame just before is damaged" + AGAIN);
    }

    @Test
    void refusesFlacOf32Bits() throws Exception {
        byte[] bytes = Files.readAllBytes(sound("sweep.flac"));
        // The number of bits less 1 is the five bits after the number of channels.
        bytes[20] |= 1;
        bytes[21] = (byte) (0xF0 | (bytes[21] & 0x0F));
        Path file = Files.write(folder.resolve("deep.flac"), bytes);
        assertThatThrownBy(() -> SoundFile.read(file))
                .isInstanceOf(AudioFileException.class)
                .hasMessage(file + ": byte 20: the file says its samples have 32 bits; expected 4 to 24; convert it"
                        + " with: flac -d IN.flac");
    }

    @Test
    void refusesASecondOggStreamBehindTheFirst() throws Exception {
        byte[] one = Files.readAllBytes(sound("sweep.ogg"));
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        Path file = Files.write(folder.resolve("chained.ogg"), two);
        assertThatThrownBy(() -> SoundFile.read(file))
                .isInstanceOf(AudioFileException.class)
                .hasMessage(file + ": byte " + two.length + ": a second OGG stream begins before here; expected one;"
                        + " write them as one with: ffmpeg -i IN OUT.wav");
    }

    @Test
    void whatElseStandsBehindAnOggStreamDoesNotMatter() throws Exception {
        byte[] one = Files.readAllBytes(sound("sweep.ogg"));
        Path file = Files.write(folder.resolve("longer.ogg"), Arrays.copyOf(one, one.length + 20_000));
        assertThat(SoundFile.read(file).samples())
                .containsExactly(SoundFile.read(sound("sweep.ogg")).samples());
    }

    @Test
    void refusesMp3OfFreeFormat() throws Exception {
        byte[] bytes = Files.readAllBytes(sound("untagged16k.mp3"));
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == bytes[0] && bytes[i + 1] == bytes[1]) {
                bytes[i + 2] &= 0x0F;
            }
        }
        Path file = Files.write(folder.resolve("free.mp3"), bytes);
        assertThatThrownBy(() -> SoundFile.read(file))
                .isInstanceOf(AudioFileException.class)
                .hasMessage(file + ": byte 0: the MP3 is of free format: its frames do not say their bit rate; expected"
                        + " one of the usual rates; convert it with: lame --decode IN.mp3 OUT.wav");
    }

    private Path damaged(String name, int at) throws IOException, URISyntaxException {
        byte[] bytes = Files.readAllBytes(sound(name));
        bytes[at] ^= 0x10;
        return Files.write(folder.resolve("damaged"), bytes);
    }

    @Test
    void namesWhatItDoesNotKnow() throws IOException {
        Path file = folder.resolve("a.wav");
        Files.writeString(file, "tid\tnotes", StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> SoundFile.read(file))
                .isInstanceOf(AudioFileException.class)
                .hasMessage(file
                        + ": byte 0: not a sound file that is known: it begins with \"tid.\"; expected WAV (RIFF), FLAC"
                        + " (fLaC), OGG (OggS) or MP3; convert it with: sox IN -b 16 OUT.wav");
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> SoundFile.open(file))
                .hasMessage(file + ": byte 0: the file is empty; expected WAV, FLAC, OGG or MP3" + AGAIN);
        assertThatThrownBy(() -> SoundFile.open(folder))
                .hasMessage(folder + ": byte 0: this is a folder or a device; expected a sound file; name a file");
    }

    @Test
    void closesTheFileThatItRefuses() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ogg"), "OggS and no more");
        assertThatThrownBy(() -> SoundFile.open(file))
                .hasMessage(file + ": byte 16: the file is cut off: the last page of its sound is missing" + AGAIN);
        Files.delete(file);
    }
}
