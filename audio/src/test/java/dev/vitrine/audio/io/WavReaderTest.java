package dev.vitrine.audio.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WavReaderTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("a.wav");
    }

    static byte[] chunk(String name, byte[] content) {
        ByteBuffer out =
                ByteBuffer.allocate(8 + content.length + content.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        return out.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    static byte[] fmt(int tag, int channels, int rate, int bits) {
        return chunk(
                "fmt ",
                ByteBuffer.allocate(16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) tag)
                        .putShort((short) channels)
                        .putInt(rate)
                        .putInt(rate * channels * bits / 8)
                        .putShort((short) (channels * bits / 8))
                        .putShort((short) bits)
                        .array());
    }

    static byte[] extensible(int subTag, int bits) {
        return chunk(
                "fmt ",
                ByteBuffer.allocate(40)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) 0xFFFE)
                        .putShort((short) 1)
                        .putInt(16000)
                        .putInt(16000 * bits / 8)
                        .putShort((short) (bits / 8))
                        .putShort((short) bits)
                        .putShort((short) 22)
                        .putShort((short) bits)
                        .putInt(4)
                        .putShort((short) subTag)
                        .array());
    }

    static byte[] riff(byte[]... chunks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("RIFF\0\0\0\0WAVE".getBytes(StandardCharsets.US_ASCII));
        for (byte[] chunk : chunks) {
            all.writeBytes(chunk);
        }
        return all.toByteArray();
    }

    static byte[] le(int bytesEach, double... values) {
        ByteBuffer out = ByteBuffer.allocate(bytesEach * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            long bits = Math.round(value);
            for (int i = 0; i < bytesEach; i++) {
                out.put((byte) (bits >> (8 * i)));
            }
        }
        return out.array();
    }

    static byte[] floats(float... values) {
        ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            out.putFloat(value);
        }
        return out.array();
    }

    static byte[] doubles(double... values) {
        ByteBuffer out = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            out.putDouble(value);
        }
        return out.array();
    }

    private Waveform read(byte[] bytes) throws IOException {
        return WavReader.read(Files.write(file, bytes));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("PCM 8", fmt(1, 1, 16000, 8), new byte[] {(byte) 192, 0, (byte) 128}),
                Arguments.of("PCM 16", fmt(1, 1, 16000, 16), le(2, 16384, -32768, 0)),
                Arguments.of("PCM 24", fmt(1, 1, 16000, 24), le(3, 4194304, -8388608, 0)),
                Arguments.of("PCM 32", fmt(1, 1, 16000, 32), le(4, 1073741824, -2147483648.0, 0)),
                Arguments.of("float 32", fmt(3, 1, 16000, 32), floats(0.5f, -1, 0)),
                Arguments.of("float 64", fmt(3, 1, 16000, 64), doubles(0.5, -1, 0)),
                Arguments.of("extensible PCM 16", extensible(1, 16), le(2, 16384, -32768, 0)),
                Arguments.of("extensible float", extensible(3, 32), floats(0.5f, -1, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void readsEveryEncoding(String name, byte[] fmt, byte[] data) throws IOException {
        Waveform sound = read(riff(fmt, chunk("data", data)));
        assertThat(sound.samples()).as(name).containsExactly(0.5f, -1f, 0f);
        assertThat(sound.sampleRate()).isEqualTo(16000);
    }

    @Test
    void mixesChannelsToMono() throws IOException {
        Waveform sound = read(riff(fmt(1, 2, 8000, 16), chunk("data", le(2, 16384, 0, -16384, -16384))));
        assertThat(sound.samples()).containsExactly(0.25f, -0.5f);
    }

    @Test
    void passesOverUnknownChunksOfOddSize() throws IOException {
        byte[] wav = riff(
                chunk("LIST", new byte[] {1, 2, 3}),
                fmt(1, 1, 8000, 16),
                chunk("junk", new byte[5]),
                chunk("data", le(2, 16384)),
                chunk("cue ", new byte[4]));
        assertThat(read(wav).samples()).containsExactly(0.5f);
    }

    @ParameterizedTest
    @MethodSource("streamedSizes")
    void takesWhatIsThereWhereAStreamingWriterLeftNoSize(int size) throws IOException {
        byte[] data = chunk("data", le(2, 16384, 8192));
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putInt(4, size);
        assertThat(read(riff(fmt(1, 1, 8000, 16), data)).samples()).containsExactly(0.5f, 0.25f);
    }

    static Stream<Integer> streamedSizes() {
        return Stream.of(0, -1);
    }

    @Test
    void writesWhatItReads() throws IOException {
        WavWriter.write(file, new Waveform(new float[] {0.5f, -0.25f, 2f, -2f}, 16000));
        assertThat(WavReader.read(file).samples()).containsExactly(0.5f, -0.25f, 32767 / 32768f, -1f);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    static Stream<Arguments> broken() {
        byte[] good = riff(fmt(1, 1, 8000, 16), chunk("data", le(2, 1, 2, 3, 4)));
        byte[] cut = java.util.Arrays.copyOf(good, good.length - 3);
        byte[] lying = good.clone();
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 2_000_000_000);
        return Stream.of(
                Arguments.of(new byte[0], "byte 0: the file is empty; expected a WAV file"),
                Arguments.of(
                        "hello, this is text".getBytes(StandardCharsets.US_ASCII),
                        "byte 0: not a WAV file: it does not begin with RIFF....WAVE"),
                Arguments.of(cut, "byte 49: the file is cut off: its data chunk should have 8 bytes, 5 are there"),
                Arguments.of(
                        lying,
                        "byte 52: the file is cut off: its data chunk should have 2000000000 bytes, 8 are there"),
                Arguments.of(
                        riff(fmt(1, 1, 8000, 16)),
                        "byte 36: the file ends without a data chunk; it is cut off or holds no sound"),
                Arguments.of(
                        riff(chunk("data", le(2, 1)), fmt(1, 1, 8000, 16)),
                        "byte 12: the data chunk comes before the fmt chunk"),
                Arguments.of(
                        riff(fmt(1, 1, 8000, 16), chunk("data", new byte[0])), "byte 44: the file holds no samples"),
                Arguments.of(
                        riff(fmt(85, 1, 8000, 16), chunk("data", le(2, 1))),
                        "byte 20: encoding 85 with 16 bits is not known; expected PCM of 8, 16, 24 or 32 bits or float"
                                + " of 32 or 64; convert it with: sox IN.wav -b 16 OUT.wav"),
                Arguments.of(
                        riff(fmt(1, 9, 8000, 16), chunk("data", le(2, 1))),
                        "byte 22: the file says it has 9 channels; expected 1 to 8"),
                Arguments.of(
                        riff(fmt(1, 1, 0, 16), chunk("data", le(2, 1))),
                        "byte 24: the file says its sample rate is 0 Hz"),
                Arguments.of(
                        riff(chunk("fmt ", new byte[4]), chunk("data", le(2, 1))),
                        "byte 20: the fmt chunk has 4 bytes; expected at least 16"),
                Arguments.of(
                        riff(fmt(3, 1, 8000, 32), chunk("data", floats(1, Float.NaN))),
                        "byte 48: the sample there is not a number"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("broken")
    void refusesWithTheFileAndTheByte(byte[] bytes, String message) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(AudioFileException.class)
                .hasMessage(file + ": " + message);
    }

    @Test
    void everyTruncationIsRefusedOrShorter() throws IOException {
        byte[] good = riff(fmt(1, 1, 8000, 16), chunk("data", le(2, 1, 2, 3, 4)));
        for (int length = 0; length < good.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(good, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(AudioFileException.class);
        }
        assertThat(read(good).seconds()).isCloseTo(4.0 / 8000, within(1e-12));
    }
}
