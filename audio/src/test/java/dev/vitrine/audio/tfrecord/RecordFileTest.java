package dev.vitrine.audio.tfrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    private static final String DAMAGED = "; the file is damaged, copy or download it again";

    @TempDir
    private Path folder;

    private static byte[] framed(String... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordWriter writer = new RecordWriter(bytes);
        for (String record : records) {
            writer.write(record.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(writer.count()).isEqualTo(records.length);
        return bytes.toByteArray();
    }

    private Path file() {
        return folder.resolve("x.tfrecord");
    }

    private List<String> read(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
        List<String> records = new ArrayList<>();
        long count = RecordFile.each(file(), record -> new String(record, StandardCharsets.UTF_8), records::add);
        assertThat(count).isEqualTo(records.size());
        return records;
    }

    /** The first twelve bytes of a file that TensorFlow wrote: a record of 1,509 bytes. */
    @Test
    void checksumIsTensorFlows() {
        byte[] length = {(byte) 0xe5, 0x05, 0, 0, 0, 0, 0, 0};
        assertThat(MaskedCrc.of(length, 0, 8)).isEqualTo(0xdaaf00af);
    }

    @Test
    void recordsComeBackInOrder() throws IOException {
        assertThat(read(framed("one", "", "three"))).containsExactly("one", "", "three");
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void everyDamagedByteIsFoundAndItsRecordNamed() throws IOException {
        byte[] whole = framed("one", "two");
        int second = 12 + 3 + 4;
        for (int i = 0; i < whole.length; i++) {
            byte[] bytes = whole.clone();
            bytes[i] ^= 0x10;
            assertThatThrownBy(() -> read(bytes))
                    .as("byte %d", i)
                    .isInstanceOf(RecordException.class)
                    .hasMessageStartingWith(file() + ": byte " + (i < second ? 0 : second) + ": the checksum of the ");
        }
    }

    @Test
    void saysWhichChecksumIsWrong() throws IOException {
        byte[] bytes = framed("one", "two");
        bytes[12] ^= 1;
        assertThatThrownBy(() -> read(bytes))
                .hasMessage(file() + ": byte 0: the checksum of the record's 3 bytes is wrong" + DAMAGED);
        bytes[12] ^= 1;
        bytes[20] ^= 1;
        assertThatThrownBy(() -> read(bytes))
                .hasMessage(file() + ": byte 19: the checksum of the record's length is wrong" + DAMAGED);
        assertThatThrownBy(() -> read("this is a text".getBytes(StandardCharsets.UTF_8)))
                .hasMessage(file() + ": byte 0: the checksum of the first record's length is wrong; expected a TFRecord"
                        + " file; if it is one, it is damaged: copy or download it again");
    }

    @Test
    void fileThatEndsWithinARecordIsRefused() throws IOException {
        byte[] whole = framed("one", "two");
        for (int length = 20; length < whole.length; length++) {
            byte[] bytes = Arrays.copyOf(whole, length);
            String problem = length < 19 + 12
                    ? "the file ends within a record's length"
                    : "the record's length is 3 bytes and " + Math.max(0, length - 19 - 16) + " are left";
            assertThatThrownBy(() -> read(bytes)).hasMessage(file() + ": byte 19: " + problem + DAMAGED);
        }
    }

    @Test
    void lengthThatIsALieTakesNoMemory() {
        ByteBuffer head =
                ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN).putLong(-2);
        head.putInt(MaskedCrc.of(head.array(), 0, 8));
        assertThatThrownBy(() -> read(head.array()))
                .hasMessage(file() + ": byte 0: the record's length is 18446744073709551614 bytes and 84 are left"
                        + DAMAGED);
    }

    @Test
    void compressedFileIsNamedSo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(framed("one"));
        }
        assertThatThrownBy(() -> read(bytes.toByteArray()))
                .hasMessage(
                        file() + ": byte 0: the file is compressed; expected plain TFRecord; unpack it with: gunzip");
    }

    @Test
    void recordThatIsNoMessageIsNamedByFileAndByte() throws IOException {
        byte[] good = new Example(Map.of("a", new Values.Longs(new long[] {1}))).bytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordWriter writer = new RecordWriter(bytes);
        writer.write(good);
        writer.write(new byte[] {10, 99});
        Files.write(file(), bytes.toByteArray());
        assertThatThrownBy(() -> RecordFile.each(file(), Example::parse, example -> {}))
                .isInstanceOf(RecordException.class)
                .hasMessageStartingWith(
                        file() + ": byte " + (good.length + 16) + ": the record is no tf.Example: While parsing");
    }

    @Test
    void shardsAreFoundAtAnyDepthInOrder() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        for (String name : List.of("b/1.tfrecord", "a.tfrecord-00001-of-00002", "a.tfrecord-00000-of-00002", "a.txt")) {
            Files.write(folder.resolve(name), new byte[0]);
        }
        assertThat(RecordFile.shards(folder))
                .containsExactly(
                        folder.resolve("a.tfrecord-00000-of-00002"),
                        folder.resolve("a.tfrecord-00001-of-00002"),
                        folder.resolve("b/1.tfrecord"));
        assertThat(RecordFile.shards(folder.resolve("a.txt"))).containsExactly(folder.resolve("a.txt"));
    }

    @Test
    void placeWithoutShardsIsRefused() {
        assertThatThrownBy(() -> RecordFile.shards(folder))
                .hasMessage(folder + ": no file in it is named like *.tfrecord; expected at least one");
        assertThatThrownBy(() -> RecordFile.shards(folder.resolve("no")))
                .hasMessage(folder.resolve("no") + ": no such file or folder; expected TFRecord files");
    }
}
