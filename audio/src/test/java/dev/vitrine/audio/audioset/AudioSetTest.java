package dev.vitrine.audio.audioset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.dataset.DatasetException;
import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.GroupKind;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.tfrecord.Example;
import dev.vitrine.audio.tfrecord.RecordException;
import dev.vitrine.audio.tfrecord.RecordWriter;
import dev.vitrine.audio.tfrecord.SequenceExample;
import dev.vitrine.audio.tfrecord.Values;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioSetTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeLabels() throws IOException {
        Files.createDirectories(folder.resolve("meta"));
        Files.createDirectories(folder.resolve("bal_train"));
        Files.writeString(
                folder.resolve("meta/class_labels_indices.csv"),
                "index,mid,display_name\n0,/m/a,Speech\n1,/m/b,\"Bark, or howl\"\n");
    }

    private static EmbeddedClip clip(String video, int frames, Integer... labels) {
        byte[] codes = new byte[frames * 128];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) i;
        }
        return new EmbeddedClip(video, 30, 30 + frames, List.of(labels), new Embedding(codes, 128));
    }

    private Path shard(String name, byte[]... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordWriter writer = new RecordWriter(bytes);
        for (byte[] record : records) {
            writer.write(record);
        }
        return Files.write(folder.resolve("bal_train").resolve(name), bytes.toByteArray());
    }

    private ItemSet load() throws IOException {
        return AudioSet.load(folder, clip -> true, (done, of) -> {});
    }

    @Test
    void clipsOfAllShardsAreRead() throws IOException {
        shard("00.tfrecord", clip("one", 10, 1, 0).bytes(), clip("two", 4, 0).bytes());
        shard("01.tfrecord", clip("three", 10, 1).bytes());
        List<String> told = new ArrayList<>();
        ItemSet set = AudioSet.load(folder, clip -> true, (done, of) -> told.add(done + "/" + of));
        assertThat(told).containsExactly("1/2", "2/2");
        assertThat(set.classes()).containsExactly("Speech", "Bark, or howl");
        assertThat(set.groups()).isEqualTo(GroupKind.CLIP);
        assertThat(set.items()).extracting(Item::name).containsExactly("one@30", "two@30", "three@30");
        assertThat(set.items().get(0).labels()).containsExactly(1, 0);
        assertThat(set.items().get(1).content().seconds()).isEqualTo(4);
        assertThat(set.count(0)).isEqualTo(2);
        assertThat(set.isGrouped()).isFalse();
        assertThat(set.folds()).isEmpty();
    }

    @Test
    void clipsThatAreNotWantedAreReadPast() throws IOException {
        shard("00.tfrecord", clip("one", 10, 1).bytes(), clip("two", 10, 0).bytes());
        ItemSet set = AudioSet.load(folder, clip -> clip.labels().contains(0), (done, of) -> {});
        assertThat(set.items()).extracting(Item::name).containsExactly("two@30");
    }

    @Test
    void recordIsTheSameAfterWritingAndReading() throws IOException {
        EmbeddedClip clip = clip("one", 10, 1, 0);
        EmbeddedClip read = EmbeddedClip.parse(clip.bytes());
        assertThat(read).usingRecursiveComparison().isEqualTo(clip);
    }

    @Test
    void damagedOrOddRecordsAreNamedByFileAndByte() throws IOException {
        byte[] good = clip("one", 10, 1).bytes();
        Path shard = shard("00.tfrecord", good, "x".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::load)
                .isInstanceOf(RecordException.class)
                .hasMessageStartingWith(
                        shard + ": byte " + (good.length + 16) + ": the record is no tf.SequenceExample");
        Example context = SequenceExample.parse(good).context();
        Values wrong = new Values.Bytes(List.of(new byte[127]));
        shard("00.tfrecord", new SequenceExample(context, Map.of("audio_embedding", List.of(wrong))).bytes());
        assertThatThrownBy(this::load).hasMessage(shard + ": byte 0: frame 0 has 127 bytes; expected 128");
        shard("00.tfrecord", new SequenceExample(context, Map.of("audio_embedding", List.of())).bytes());
        assertThatThrownBy(this::load).hasMessage(shard + ": byte 0: the clip has no frame; expected at least one");
        shard("00.tfrecord", new SequenceExample(context, Map.of()).bytes());
        assertThatThrownBy(this::load).hasMessage(shard + ": byte 0: no feature list audio_embedding among []");
    }

    @Test
    void labelsThatNoTableKnowsAndClipsReadTwiceAreRefused() throws IOException {
        Path shard = shard("00.tfrecord", clip("one", 10, 2).bytes());
        assertThatThrownBy(this::load)
                .isInstanceOf(DatasetException.class)
                .hasMessage(shard + ": clip one@30 has the label 2; expected 0 to 1, the rows of"
                        + " class_labels_indices.csv");
        shard("00.tfrecord", clip("one", 10, 1).bytes());
        Path copy = shard("01.tfrecord", clip("one", 10, 1).bytes());
        assertThatThrownBy(this::load)
                .hasMessage(copy + ": clip one@30 was read before; expected each once: is a shard copied?");
    }

    @Test
    void folderWithoutItsTableIsRefused() throws IOException {
        Files.delete(folder.resolve("meta/class_labels_indices.csv"));
        assertThatThrownBy(this::load).hasMessage(folder + ": no class_labels_indices.csv in it; copy it there");
        Path no = folder.resolve("no");
        assertThatThrownBy(() -> AudioSet.load(no, clip -> true, (done, of) -> {}))
                .hasMessage("no such folder: " + no + "; expected AudioSet's shards and class_labels_indices.csv");
    }
}
