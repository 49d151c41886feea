package dev.vitrine.audio.dataset;

import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.tfrecord.Example;
import dev.vitrine.audio.tfrecord.ExampleException;
import dev.vitrine.audio.tfrecord.RecordFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads NSynth, single notes of 11 instrument families: {@code examples.json} with a folder {@code audio/}, or TFRecord
 * files of {@code tf.Example}. Notes of one instrument are one group.
 *
 * <p>Source: Engel et al., "Neural Audio Synthesis of Musical Notes with WaveNet Autoencoders", ICML 2017.
 */
public final class NSynth {
    /** The families in the order of their labels. */
    public static final List<String> FAMILIES = List.of(
            "bass", "brass", "flute", "guitar", "keyboard", "mallet", "organ", "reed", "string", "synth_lead", "vocal");

    /** The table's name. */
    public static final String TABLE = "examples.json";

    private static final String NAME = "nsynth";
    private static final String FAMILY = "instrument_family";
    private static final String INSTRUMENT = "instrument_str";

    private static final long HIGHEST_RATE = 1_000_000;

    private NSynth() {}

    /**
     * The notes of a folder with {@code examples.json} whose sound is there, in its order.
     *
     * @throws DatasetException if there is no such set
     */
    public static ItemSet load(Path folder, Strictness strictness) throws IOException {
        Path table = folder.resolve(TABLE);
        if (!Files.isRegularFile(table)) {
            throw new DatasetException(folder + ": no " + TABLE + " in it; expected the folder of NSynth");
        }
        List<Item> items = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(table));
                JsonParser json = JsonMapper.shared().createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new DatasetException(table + ": expected an object with a note for each name");
            }
            // Note by note: the whole table of the training part would not fit into memory as a tree.
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                items.add(item(table, name, json.readValueAsTree(), folder));
            }
        } catch (JacksonException e) {
            throw new DatasetException(table + ": not JSON: " + e.getOriginalMessage());
        }
        return SoundStem.present(set(items), folder, strictness);
    }

    private static Item item(Path table, String name, JsonNode note, Path folder) throws DatasetException {
        int family = note.path(FAMILY).asInt(-1);
        String instrument = note.path(INSTRUMENT).asString("");
        if (family < 0 || family >= FAMILIES.size() || instrument.isEmpty()) {
            throw new DatasetException(table + ": note " + name + " has " + FAMILY + " " + note.path(FAMILY) + " and "
                    + INSTRUMENT + " \"" + instrument + "\"; expected 0 to 10 and a name");
        }
        Path sound = folder.resolve("audio").resolve(name + ".wav");
        return new Item(name, List.of(family), instrument, Item.NO_FOLD, new Content.SoundAt(sound));
    }

    /**
     * The notes of TFRecord files that are wanted; the others are read past. Those that are kept are in memory, a quarter
     * of a megabyte each.
     *
     * @param place a file, or a folder of shards
     * @throws IOException if a record is damaged or no note; one line with file and byte
     */
    public static ItemSet loadRecords(Path place, Predicate<Item> wanted, ReadProgress progress) throws IOException {
        List<Path> shards = RecordFile.shards(place);
        List<Item> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < shards.size(); i++) {
            Path shard = shards.get(i);
            RecordFile.each(shard, NSynth::note, note -> {
                if (!names.add(note.name())) {
                    throw new DatasetException(shard + ": note " + note.name()
                            + " was read before; expected each once: is a shard copied?");
                }
                if (wanted.test(note)) {
                    items.add(note);
                }
            });
            progress.read(i + 1, shards.size());
        }
        return set(items);
    }

    private static Item note(byte[] record) throws ExampleException {
        Example note = Example.parse(record);
        long rate = note.number("sample_rate");
        if (rate < 1 || rate > HIGHEST_RATE) {
            throw new ExampleException("feature sample_rate is " + rate + "; expected 1 to " + HIGHEST_RATE);
        }
        Waveform sound = new Waveform(note.floats("audio"), (int) rate);
        List<Integer> label = List.of(FAMILIES.indexOf(familyOf(note)));
        return new Item(note.text("note_str"), label, note.text(INSTRUMENT), Item.NO_FOLD, new Content.Sound(sound));
    }

    /**
     * The name of the family of a record's note.
     *
     * @throws ExampleException if the record is no note
     */
    public static String familyOf(byte[] record) throws ExampleException {
        return familyOf(Example.parse(record));
    }

    private static String familyOf(Example note) throws ExampleException {
        long family = note.number(FAMILY);
        if (family < 0 || family >= FAMILIES.size()) {
            throw new ExampleException("feature " + FAMILY + " is " + family + "; expected 0 to 10");
        }
        return FAMILIES.get((int) family);
    }

    private static ItemSet set(List<Item> items) {
        return new ItemSet(NAME, FAMILIES, GroupKind.INSTRUMENT, items, List.of());
    }
}
