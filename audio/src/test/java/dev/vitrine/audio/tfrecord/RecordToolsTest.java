package dev.vitrine.audio.tfrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Splitting and shuffling of whole files. */
class RecordToolsTest {
    @TempDir
    private Path folder;

    private Path file(String name, List<String> records) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            RecordWriter writer = new RecordWriter(out);
            for (String record : records) {
                writer.write(record.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static List<String> read(Path file) throws IOException {
        List<String> records = new ArrayList<>();
        RecordFile.each(file, record -> new String(record, StandardCharsets.UTF_8), records::add);
        return records;
    }

    /** All up to the dash. */
    private static String key(byte[] record) throws ExampleException {
        String text = new String(record, StandardCharsets.UTF_8);
        if (!text.contains("-")) {
            throw new ExampleException("no dash in " + text);
        }
        return text.substring(0, text.indexOf('-'));
    }

    private List<String> names(Path in) throws IOException {
        try (Stream<Path> paths = Files.list(in)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "r-" + i).toList();
    }

    @Test
    void everyKeyGetsAFileInTheOrderOfTheInput() throws IOException {
        Path file = file("all.tfrecord", List.of("bass-1", "vocal-2", "bass-3"));
        Path out = folder.resolve("a/b");
        AtomicLong bytes = new AtomicLong();
        assertThat(RecordSplit.by(RecordToolsTest::key, file, out, bytes::set))
                .isEqualTo(Map.of("bass", 2L, "vocal", 1L));
        assertThat(names(out)).containsExactly("all-bass.tfrecord", "all-vocal.tfrecord");
        assertThat(read(out.resolve("all-bass.tfrecord"))).containsExactly("bass-1", "bass-3");
        assertThat(read(out.resolve("all-vocal.tfrecord"))).containsExactly("vocal-2");
        assertThat(bytes).hasValue(Files.size(file));
    }

    @Test
    void splitThatFailsLeavesNothingBehind() throws IOException {
        Path out = folder.resolve("out");
        Path noKey = file("all.tfrecord", List.of("bass-1", "vocal"));
        assertThatThrownBy(() -> RecordSplit.by(RecordToolsTest::key, noKey, out, n -> {}))
                .isInstanceOf(RecordException.class)
                .hasMessage(noKey + ": byte 22: no dash in vocal");
        assertThat(names(out)).isEmpty();
        Path oddKey = file("all.tfrecord", List.of("bass-1", "../x-1"));
        assertThatThrownBy(() -> RecordSplit.by(RecordToolsTest::key, oddKey, out, n -> {}))
                .hasMessage(
                        oddKey + ": byte 22: key \"../x\" after 1 others; expected a word of letters, digits, dots and"
                                + " dashes, and at most 1000");
        assertThat(names(out)).isEmpty();
    }

    @Test
    void splitWritesOverNothing() throws IOException {
        Path file = file("all.tfrecord", List.of("bass-1", "vocal-1"));
        Path there = file("all-vocal.tfrecord", List.of("old"));
        assertThatThrownBy(() -> RecordSplit.by(RecordToolsTest::key, file, folder, n -> {}))
                .hasMessage(there + ": is there already; expected a folder without it; move it away");
        assertThat(names(folder)).containsExactly("all-vocal.tfrecord", "all.tfrecord");
        assertThat(read(there)).containsExactly("old");
    }

    @Test
    void shuffledFileHoldsEveryRecordOnce() throws IOException {
        List<String> first = numbered(500);
        Path a = file("a.tfrecord", first);
        Path b = file("b.tfrecord", List.of("x", "y"));
        Path target = folder.resolve("out.tfrecord");
        AtomicLong moved = new AtomicLong();
        long count = RecordShuffle.shuffle(List.of(a, b), target, 1_000, 1, moved::set);
        assertThat(count).isEqualTo(502);
        List<String> both = new ArrayList<>(first);
        both.addAll(List.of("x", "y"));
        assertThat(read(target)).isNotEqualTo(both).containsExactlyInAnyOrderElementsOf(both);
        assertThat(moved).hasValue(RecordShuffle.work(List.of(a, b)));
        assertThat(names(folder)).containsExactly("a.tfrecord", "b.tfrecord", "out.tfrecord");
    }

    @Test
    void shuffleFollowsItsSeed() throws IOException {
        Path file = file("a.tfrecord", numbered(100));
        List<List<String>> orders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Path target = folder.resolve("out" + i);
            RecordShuffle.shuffle(List.of(file), target, 500, i / 2, n -> {});
            orders.add(read(target));
        }
        assertThat(orders.get(1)).isEqualTo(orders.get(0));
        assertThat(orders.get(2)).isNotEqualTo(orders.get(0));
    }

    /** Where the first record goes to, in 2,000 shuffles of ten: each place 200 times, give or take 5 deviations. */
    @Test
    void everyPlaceIsAsLikely() throws IOException {
        Path file = file("a.tfrecord", numbered(10));
        int[] places = new int[10];
        for (int seed = 0; seed < 2_000; seed++) {
            Path target = folder.resolve("out");
            RecordShuffle.shuffle(List.of(file), target, 100, seed, n -> {});
            places[read(target).indexOf("r-0")]++;
            Files.delete(target);
        }
        assertThat(Arrays.stream(places)).allMatch(count -> Math.abs(count - 200) < 5 * Math.sqrt(200 * 0.9));
    }

    @Test
    void shuffleThatFailsLeavesNothingBehind() throws IOException {
        Path file = file("a.tfrecord", numbered(10));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 5] ^= 1;
        Files.write(file, bytes);
        Path target = folder.resolve("out");
        assertThatThrownBy(() -> RecordShuffle.shuffle(List.of(file), target, 100, 1, n -> {}))
                .isInstanceOf(RecordException.class);
        assertThat(names(folder)).containsExactly("a.tfrecord");
        assertThatThrownBy(() -> RecordShuffle.shuffle(List.of(file), file, 100, 1, n -> {}))
                .hasMessage(file + ": is there already; expected a new name; move it away");
    }

    @Test
    void otherRecordsThanWereReadAreNoticed() {
        RecordTally read = RecordTally.NOTHING.plus(new byte[] {1, 2});
        RecordTally other = RecordTally.NOTHING.plus(new byte[] {1, 3});
        assertThatThrownBy(() -> read.requireWritten(other, folder))
                .hasMessage(folder + ": 1 records of 2 bytes were read and 1 of 2 bytes were written, or not the same;"
                        + " nothing is kept: is the disk damaged?");
    }
}
