package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.tfrecord.Example;
import dev.vitrine.audio.tfrecord.RecordWriter;
import dev.vitrine.audio.tfrecord.Values;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code data info}, {@code data split-tfrecord} and {@code data shuffle-tfrecord}. */
class DataSetCommandsTest {
    private final Streams streams = new Streams();

    @TempDir
    private Path folder;

    private int run(String... words) {
        return streams.run(List.of(new DataCommand()), words);
    }

    /** Ten sounds of two classes, by twos of one group. */
    private Path table() throws IOException {
        StringBuilder text = new StringBuilder("path,label,group\n");
        for (int i = 0; i < 10; i++) {
            String name = i + ".wav";
            WavWriter.write(folder.resolve(name), new Waveform(new float[8_000 * (i + 1)], 16_000));
            text.append("%s,%s,%s\n".formatted(name, i % 2 == 0 ? "rain" : "dog", "g" + i / 4 + i % 2));
        }
        return Files.writeString(folder.resolve("mine.csv"), text);
    }

    private Path notes() throws IOException {
        Path file = folder.resolve("notes.tfrecord");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            RecordWriter writer = new RecordWriter(out);
            for (long family : new long[] {0, 10, 0}) {
                writer.write(new Example(Map.of(
                                "instrument_family", new Values.Longs(new long[] {family}),
                                "source", new Values.Bytes(List.of("acoustic".getBytes(StandardCharsets.UTF_8)))))
                        .bytes());
            }
        }
        return file;
    }

    @Test
    void infoShowsCountsLengthsGroupsAndTheLeakOfASplit() throws IOException {
        assertThat(run(
                        "data",
                        "info",
                        "table",
                        "--data",
                        table().toString(),
                        "--split",
                        "random",
                        "--seed",
                        "3",
                        "--folds",
                        "2"))
                .isZero();
        assertThat(streams.out().replace(System.lineSeparator(), "\n")).isEqualTo("""
                mine.csv: 10 items, 2 of 2 classes, each group of the table counted once: 6, no official folds
                0.50 to 5.00 s, half of them up to 2.50 s, 0.5 minutes in all
                class  items   share  groups
                -----  -----  ------  ------
                dog        5  50.0 %       3
                rain       5  50.0 %       3

                split random 1: 5 to train, 5 to test; 2 of 5 test items (40.0 %) share their group of the table with training
                """);
    }

    @Test
    void infoSplitsByGroupWithoutALeak() throws IOException {
        assertThat(run("data", "info", "table", "--data", table().toString(), "--split", "group", "--folds", "3"))
                .isZero();
        assertThat(streams.out().lines().filter(line -> line.startsWith("split group ")))
                .hasSize(3)
                .allMatch(line -> line.contains("; 0 of "));
        assertThat(run("data", "info", "table", "--data", table().toString(), "--split", "group"))
                .isZero();
        assertThat(streams.err())
                .contains("warning: class dog has 3 recordings: 2 of 5 parts test without it")
                .contains("warning: class rain has 3 recordings: 2 of 5 parts test without it");
        assertThat(run("data", "info", "table", "--data", table().toString(), "--split", "group", "--folds", "7"))
                .isEqualTo(2);
        assertThat(streams.err())
                .contains("vitrine: mine.csv cannot be split: there are 6 different recordings in all;");
    }

    @Test
    void infoSaysWhatItKnows() {
        assertThat(run("data", "info", "cows", "--data", "x")).isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo(
                        "vitrine: data info: expected one of cats-dogs, esc50, esc10, nsynth, audioset, gtzan, folders,"
                                + " table, got cows" + System.lineSeparator());
    }

    @Test
    void infoRefusesOtherSplits() throws IOException {
        assertThat(run("data", "info", "table", "--data", table().toString(), "--split", "coin"))
                .isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo("vitrine: --split must be one of group, official, random, scikit-learn, got coin"
                        + System.lineSeparator());
    }

    @Test
    void recordsAreSplitByFamilyAndByAnyFeature() throws IOException {
        Path out = folder.resolve("shards");
        assertThat(run("data", "split-tfrecord", notes().toString(), "--by", "family", "--out", out.toString()))
                .isZero();
        assertThat(streams.out().replace(System.lineSeparator(), "\n")).isEqualTo("""
                bass                2 records
                vocal               1 records
                3 records in 2 files in %s, read again and compared
                """.formatted(out));
        assertThat(out.resolve("notes-bass.tfrecord")).isRegularFile();
        assertThat(run("data", "split-tfrecord", notes().toString(), "--by", "source", "--out", out.toString()))
                .isZero();
        assertThat(out.resolve("notes-acoustic.tfrecord")).hasSameBinaryContentAs(notes());
        assertThat(run("data", "split-tfrecord", notes().toString(), "--by", "cow", "--out", out.toString()))
                .isEqualTo(2);
        assertThat(streams.err()).contains("notes.tfrecord: byte 0: no feature cow among [instrument_family, source]");
    }

    @Test
    void recordsAreShuffled() throws IOException {
        Path out = folder.resolve("shuffled.tfrecord");
        assertThat(run("data", "shuffle-tfrecord", notes().toString(), "--out", out.toString(), "--seed", "2"))
                .isZero();
        assertThat(streams.out())
                .isEqualTo("3 records of 1 files in " + out + ", in random order (seed 2), read again and compared"
                        + System.lineSeparator());
        assertThat(out).isRegularFile().hasSize(Files.size(notes()));
        assertThat(run("data", "shuffle-tfrecord", "--out", out.toString())).isEqualTo(2);
        assertThat(streams.err()).contains("vitrine: data shuffle-tfrecord: expected at least one file");
    }
}
