package dev.vitrine.audio.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.tfrecord.Example;
import dev.vitrine.audio.tfrecord.RecordException;
import dev.vitrine.audio.tfrecord.RecordWriter;
import dev.vitrine.audio.tfrecord.Values;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NSynthTest {
    @TempDir
    private Path folder;

    private static Values text(String word) {
        return new Values.Bytes(List.of(word.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] note(String name, String instrument, long family, long rate) {
        Map<String, Values> features = new HashMap<>();
        features.put("note_str", text(name));
        features.put("instrument_str", text(instrument));
        features.put("instrument_family", new Values.Longs(new long[] {family}));
        features.put("sample_rate", new Values.Longs(new long[] {rate}));
        features.put("audio", new Values.Floats(new float[] {0.25f, -0.5f}));
        return new Example(features).bytes();
    }

    private Path records(byte[]... notes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordWriter writer = new RecordWriter(bytes);
        for (byte[] note : notes) {
            writer.write(note);
        }
        return Files.write(folder.resolve("nsynth.tfrecord"), bytes.toByteArray());
    }

    @Test
    void notesOfTheTableAreRead() throws IOException {
        Files.createDirectories(folder.resolve("audio"));
        for (String name : List.of("bass_1-20", "bass_1-21")) {
            WavWriter.write(folder.resolve("audio/" + name + ".flac"), new Waveform(new float[16_000], 16_000));
        }
        Files.writeString(folder.resolve("examples.json"), """
                {"bass_1-20": {"instrument_family": 0, "instrument_str": "bass_1", "qualities": [0, 1], "pitch": 20},
                 "bass_1-21": {"instrument_family": 0, "instrument_str": "bass_1"},
                 "vocal_7-21": {"instrument_family": 10, "instrument_str": "vocal_7"}}
                """);
        ItemSet set = NSynth.load(folder, Strictness.LENIENT);
        assertThat(set.classes()).hasSize(11);
        assertThat(set.groups()).isEqualTo(GroupKind.INSTRUMENT);
        assertThat(set.items()).extracting(Item::name).containsExactly("bass_1-20", "bass_1-21");
        assertThat(set.items()).extracting(Item::group).containsExactly("bass_1", "bass_1");
        assertThat(set.items().get(0).content().seconds()).isEqualTo(1);
        assertThat(set.skipped()).hasSize(1);
    }

    @Test
    void wrongTableIsRefused() throws IOException {
        assertThatThrownBy(() -> NSynth.load(folder, Strictness.LENIENT))
                .isInstanceOf(DatasetException.class)
                .hasMessage(folder + ": no examples.json in it; expected the folder of NSynth");
        Path table = Files.writeString(folder.resolve("examples.json"), "{\"x\": {\"instrument_family\": 11}}");
        assertThatThrownBy(() -> NSynth.load(folder, Strictness.LENIENT))
                .hasMessage(table + ": note x has instrument_family 11 and instrument_str \"\"; expected 0 to 10 and a"
                        + " name");
        Files.writeString(table, "[]");
        assertThatThrownBy(() -> NSynth.load(folder, Strictness.LENIENT))
                .hasMessage(table + ": expected an object with a note for each name");
        Files.writeString(table, "{\"x\": {");
        assertThatThrownBy(() -> NSynth.load(folder, Strictness.LENIENT))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(table + ": not JSON: ");
    }

    @Test
    void notesOfRecordsAreRead() throws IOException {
        Path file = records(note("a", "brass_1", 1, 16), note("b", "brass_1", 1, 16), note("c", "vocal_1", 10, 16));
        ItemSet set = NSynth.loadRecords(
                file, note -> note.label() == 1, (done, of) -> assertThat(of).isEqualTo(1));
        assertThat(set.items()).extracting(Item::name).containsExactly("a", "b");
        assertThat(set.items()).extracting(Item::group).containsOnly("brass_1");
        Content.Sound sound = (Content.Sound) set.items().get(0).content();
        assertThat(sound.waveform().samples()).containsExactly(0.25f, -0.5f);
        assertThat(sound.waveform().sampleRate()).isEqualTo(16);
        assertThat(NSynth.familyOf(note("a", "x", 3, 16))).isEqualTo("guitar");
    }

    @Test
    void wrongRecordsAreNamedByFileAndByte() throws IOException {
        Path file = records(note("a", "x", 11, 16));
        assertThatThrownBy(() -> NSynth.loadRecords(file, note -> true, (done, of) -> {}))
                .isInstanceOf(RecordException.class)
                .hasMessage(file + ": byte 0: feature instrument_family is 11; expected 0 to 10");
        records(note("a", "x", 1, 0));
        assertThatThrownBy(() -> NSynth.loadRecords(file, note -> true, (done, of) -> {}))
                .hasMessage(file + ": byte 0: feature sample_rate is 0; expected 1 to 1000000");
        records(note("a", "x", 1, 16), note("a", "x", 1, 16));
        assertThatThrownBy(() -> NSynth.loadRecords(file, note -> true, (done, of) -> {}))
                .hasMessage(file + ": note a was read before; expected each once: is a shard copied?");
    }

    @Test
    void realNotesAreRead() throws IOException {
        Path real = Path.of(System.getProperty("vitrine.data", "")).resolve("nsynth");
        if (!Files.isDirectory(real)) {
            Assumptions.abort("no NSynth at " + real);
        }
        ItemSet set = NSynth.load(real, Strictness.STRICT);
        assertThat(set.items()).hasSize(300);
        assertThat(IntStream.range(0, 11).map(set::count)).containsExactly(30, 30, 30, 30, 30, 30, 30, 30, 30, 0, 30);
        assertThat(set.items().get(0).content().seconds()).isEqualTo(4);
        assertThat(set.isGrouped()).isTrue();
    }
}
