package dev.vitrine.audio.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
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

    static byte[] rf64(long dataSize, byte[]... chunks) {
        byte[] sizes = ByteBuffer.allocate(28)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(8, dataSize)
                .array();
        byte[] all = riff(Stream.concat(Stream.of(chunk("ds64", sizes)), Stream.of(chunks))
                .toArray(byte[][]::new));
        System.arraycopy(new byte[] {'R', 'F', '6', '4', -1, -1, -1, -1}, 0, all, 0, 8);
        return all;
    }

    private static byte[] unsized(byte[] content) {
        byte[] data = chunk("data", content);
        ByteBuffer.wrap(data).putInt(4, -1);
        return data;
    }

    @Test
    void takesTheSizeOfRf64FromItsOwnChunk() throws IOException {
        byte[] data = unsized(le(2, 16384, 8192));
        byte[] list = chunk("LIST", new byte[6]);
        assertThat(read(rf64(4, fmt(1, 1, 8000, 16), data, list)).samples()).containsExactly(0.5f, 0.25f);
        assertThat(read(rf64(0, fmt(1, 1, 8000, 16), data)).samples()).containsExactly(0.5f, 0.25f);
        assertThat(read(rf64(4, data, list, fmt(1, 1, 8000, 16))).samples()).containsExactly(0.5f, 0.25f);
    }

    @Test
    void refusesWhatRf64Promises() {
        byte[] data = unsized(le(2, 16384, 8192));
        assertThatThrownBy(() -> read(rf64(1L << 33, fmt(1, 1, 8000, 16), data)))
                .hasMessage(file + ": byte 84: the file is cut off: its data chunk should have 8589934592 bytes, 4 are"
                        + " there; record or copy it again");
        assertThatThrownBy(() -> read(rf64(Long.MIN_VALUE, fmt(1, 1, 8000, 16), data)))
                .hasMessage(file + ": byte 80: the ds64 chunk promises more than 2^63 bytes; record or copy it again");
    }

    @Test
    void readsEightChannelsOfEveryEncoding() throws IOException {
        double[] channels = {1, 2, 3, 4, 5, 6, 7, 8};
        assertThat(read(riff(fmt(1, 8, 8000, 16), chunk("data", le(2, channels))))
                        .samples())
                .containsExactly(4.5f / 32768);
        assertThat(read(riff(fmt(3, 8, 8000, 64), chunk("data", doubles(channels))))
                        .samples())
                .containsExactly(4.5f);
        assertThat(read(riff(fmt(7, 8, 8000, 8), chunk("data", le(1, 0x80, 0xff, 0, 0xff, 0x80, 0xff, 0xff, 0xff))))
                        .samples())
                .containsExactly(32124f / 8 / 32768);
    }

    @Test
    void takesTheDataBeforeTheFormat() throws IOException {
        byte[] wav = riff(chunk("data", le(2, 16384, 8192)), chunk("LIST", new byte[3]), fmt(1, 1, 8000, 16));
        assertThat(read(wav).samples()).containsExactly(0.5f, 0.25f);
    }

    @Test
    void mixesEightChannels() throws IOException {
        Waveform sound = read(riff(fmt(3, 8, 8000, 32), chunk("data", floats(1, 2, 3, 4, 5, 6, 7, 8))));
        assertThat(sound.samples()).containsExactly(4.5f);
    }

    @Test
    void readsMoreThanOneBlock() throws IOException {
        float[] samples = new float[100_003];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i / 200_000f;
        }
        WavWriter.writeFloat(file, new Waveform(samples, 16000));
        assertThat(WavReader.read(file).samples()).containsExactly(samples);
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> WavReader.read(folder))
                .isInstanceOf(AudioFileException.class)
                .hasMessage(folder + ": byte 0: this is a folder or a device; expected a sound file; name a file");
    }

    @Test
    void refusesMoreThanCanBeHeldBeforeItIsRead() throws IOException {
        Files.write(file, riff(fmt(1, 1, 8000, 8), chunk("data", new byte[0])));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(44 + 4_000_000_000L);
        }
        assertThatThrownBy(() -> WavReader.read(file))
                .isInstanceOf(AudioFileException.class)
                .hasMessageMatching(Pattern.quote(file + ": byte 44: 4000000000 samples are more than can be held;")
                        + " expected at most \\d+; cut it");
    }

    static Stream<Arguments> broken() {
        byte[] good = riff(fmt(1, 1, 8000, 16), chunk("data", le(2, 1, 2, 3, 4)));
        byte[] cut = java.util.Arrays.copyOf(good, good.length - 3);
        byte[] lying = good.clone();
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 2_000_000_000);
        byte[] misaligned = good.clone();
        misaligned[32] = 4;
        String again = "; record or copy it again";
        String convert = "; convert it with: sox IN.wav -b 16 OUT.wav";
        return Stream.of(
                Arguments.of(new byte[0], "byte 0: the file is empty; expected a WAV file" + again),
                Arguments.of(
                        "hel\nlo, this is text".getBytes(StandardCharsets.US_ASCII),
                        "byte 0: not a WAV file: it begins with \"hel.\"; expected RIFF....WAVE; convert it with: sox IN"
                                + " -b 16 OUT.wav"),
                Arguments.of(
                        "RIFF".getBytes(StandardCharsets.US_ASCII),
                        "byte 0: not a WAV file: it begins with \"RIFF\"; expected RIFF....WAVE; convert it with: sox IN"
                                + " -b 16 OUT.wav"),
                Arguments.of(
                        cut, "byte 49: the file is cut off: its data chunk should have 8 bytes, 5 are there" + again),
                Arguments.of(
                        lying,
                        "byte 52: the file is cut off: its data chunk should have 2000000000 bytes, 8 are there"
                                + again),
                Arguments.of(
                        java.util.Arrays.copyOf(good, 30),
                        "byte 30: the file is cut off; expected 16 bytes from byte 20" + again),
                Arguments.of(
                        riff(fmt(1, 1, 8000, 16)), "byte 36: the file ends without a data chunk; expected one" + again),
                Arguments.of(
                        riff(chunk("data", le(2, 1))),
                        "byte 22: the file ends without a fmt chunk; expected one" + again),
                Arguments.of(
                        riff(fmt(1, 1, 8000, 16), chunk("data", new byte[0])),
                        "byte 44: the file holds no samples; expected at least one" + again),
                Arguments.of(
                        riff(fmt(85, 1, 8000, 16), chunk("data", le(2, 1))),
                        "byte 20: encoding 85 with 16 bits is not known; expected PCM of 8, 16, 24 or 32 bits, float"
                                + " of 32 or 64, A-law or µ-law" + convert),
                Arguments.of(
                        riff(fmt(1, 9, 8000, 16), chunk("data", le(2, 1))),
                        "byte 22: the file says it has 9 channels; expected 1 to 8; mix it down with: sox IN.wav -c 1"
                                + " OUT.wav"),
                Arguments.of(
                        riff(fmt(1, 1, 0, 16), chunk("data", le(2, 1))),
                        "byte 24: the file says its sample rate is 0 Hz; expected 1000 to 768000" + again),
                Arguments.of(
                        riff(fmt(1, 1, -1, 16), chunk("data", le(2, 1))),
                        "byte 24: the file says its sample rate is 4294967295 Hz; expected 1000 to 768000" + again),
                Arguments.of(
                        misaligned,
                        "byte 32: the file says 4 bytes hold one sample of all channels; expected 2 for 1 x 16 bits"
                                + convert),
                Arguments.of(
                        riff(chunk("fmt ", new byte[4]), chunk("data", le(2, 1))),
                        "byte 20: the fmt chunk has 4 bytes; expected at least 16" + again),
                Arguments.of(
                        riff(fmt(3, 1, 8000, 64), chunk("data", doubles(1, 1e300))),
                        "byte 52: the sample there is not a number (NaN or infinite); expected -1 to 1; make the file"
                                + " again"),
                Arguments.of(
                        riff(fmt(3, 1, 8000, 32), chunk("data", floats(1, Float.NaN))),
                        "byte 48: the sample there is not a number (NaN or infinite); expected -1 to 1; make the file"
                                + " again"));
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

    /** Whatever stands in a file, it is a sound or one line: no other exception, no hang, no memory for a lie. */
    @Test
    void everyChangedByteIsReadOrRefused() throws IOException {
        byte[] good = riff(chunk("LIST", new byte[3]), extensible(1, 16), chunk("data", le(2, 1, 2, 3, 4)));
        for (int at = 0; at < good.length; at++) {
            for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
                byte[] changed = good.clone();
                changed[at] = (byte) value;
                try {
                    assertThat(read(changed).samples().length).isBetween(1, 50);
                } catch (AudioFileException refused) {
                    assertThat(refused.getMessage())
                            .startsWith(file + ": byte ")
                            .doesNotContain("\n");
                }
            }
        }
    }
}
