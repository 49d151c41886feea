package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.Content;
import dev.vitrine.audio.dataset.DatasetException;
import dev.vitrine.audio.dataset.GroupKind;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.feature.ClipStatistics;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthClip;
import dev.vitrine.audio.synth.SynthSet;
import dev.vitrine.experiments.recipe.ComputedMaterial.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads or makes the sounds of a set, several at once, and computes of each the input of a network. The sounds themselves
 * are not kept. The linear model goes by log-mel statistics, the level taken out, unless said
 * otherwise.
 */
public final class SoundInputs {
    private final Function<Waveform, List<float[]>> inputs;
    private final Function<Waveform, double[]> summary;
    private final ReadProgress progress;
    private int done;

    /**
     * Computes {@code input} of each sound.
     *
     * @param input may throw IllegalArgumentException for a sound that it cannot use
     */
    public SoundInputs(Function<Waveform, float[]> input, ReadProgress progress) {
        this(progress, sound -> List.of(input.apply(sound)));
    }

    private SoundInputs(ReadProgress progress, Function<Waveform, List<float[]>> inputs) {
        this(progress, inputs, ClipStatistics::logMelStatistics);
    }

    private SoundInputs(
            ReadProgress progress, Function<Waveform, List<float[]>> inputs, Function<Waveform, double[]> summary) {
        this.progress = progress;
        this.inputs = inputs;
        this.summary = summary;
    }

    /** The same with other numbers before the linear model. */
    public SoundInputs summarised(Function<Waveform, double[]> other) {
        return new SoundInputs(progress, inputs, other);
    }

    /** Computes several inputs of each sound. */
    public static SoundInputs several(Function<Waveform, List<float[]>> inputs, ReadProgress progress) {
        return new SoundInputs(progress, inputs);
    }

    /**
     * Computed clips, and a line for each item that could not be used.
     *
     * @param entries in the order of the set
     * @param skipped which, and why
     */
    public record Computed(List<Entry> entries, List<String> skipped) {
        /** Copies the lists. */
        public Computed {
            entries = List.copyOf(entries);
            skipped = List.copyOf(skipped);
        }

        /** As material of that form. */
        public ComputedMaterial as(Form form, String... remarks) {
            return new ComputedMaterial(form, entries, skipped, List.of(remarks));
        }
    }

    /** What came of an item. */
    private sealed interface Outcome {
        record Got(Entry entry) implements Outcome {}

        record Failed(String line) implements Outcome {}
    }

    /**
     * Computes the inputs of a set on disk.
     *
     * @throws IOException from the first item that cannot be used, where that is to stop all; or if none can be
     */
    public Computed of(ItemSet set, Strictness strictness) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<String> skipped = new ArrayList<>(set.skipped());
        for (Outcome outcome : outcomes(set, strictness)) {
            if (outcome instanceof Outcome.Got got) {
                entries.add(got.entry());
            } else if (outcome instanceof Outcome.Failed failed) {
                skipped.add(failed.line());
            }
        }
        if (entries.isEmpty()) {
            throw new DatasetException(set.name() + ": no sound could be used"
                    + (skipped.isEmpty() ? "; there is none" : "; the first: " + skipped.get(0)));
        }
        return new Computed(entries, skipped);
    }

    private List<Outcome> outcomes(ItemSet set, Strictness strictness) throws IOException {
        try {
            return set.items().parallelStream()
                    .map(item -> outcome(item, strictness, set.items().size()))
                    .toList();
        } catch (UncheckedIOException e) {
            // A parallel stream wraps what its workers throw once more.
            throw new DatasetException(innermost(e));
        }
    }

    private static String innermost(Throwable problem) {
        Throwable cause = problem;
        for (Throwable next = cause.getCause(); next != null; next = cause.getCause()) {
            cause = next;
        }
        return String.valueOf(cause.getMessage());
    }

    private Outcome outcome(Item item, Strictness strictness, int all) {
        try {
            Entry entry = entry(item, sound(item.content()));
            tick(all);
            return new Outcome.Got(entry);
        } catch (IOException | IllegalArgumentException e) {
            String line = item.name() + ": " + e.getMessage();
            if (strictness == Strictness.STRICT) {
                throw new UncheckedIOException(new DatasetException(line));
            }
            return new Outcome.Failed(line);
        }
    }

    private synchronized void tick(int all) {
        done++;
        progress.read(done, all);
    }

    private static Waveform sound(Content content) throws IOException {
        if (content instanceof Content.SoundAt file) {
            return file.read();
        }
        if (content instanceof Content.Sound sound) {
            return sound.waveform();
        }
        throw new IOException("holds no sound");
    }

    private Entry entry(Item item, Waveform sound) {
        String fingerprint = new Clip(item.name(), item.label(), sound, item.group()).fingerprint();
        return new Entry(NamedClip.of(item), fingerprint, inputs.apply(sound), summary.apply(sound));
    }

    /** Computes the inputs of sounds of unknown class. */
    public Computed of(List<Path> files, List<String> classes, Strictness strictness) throws IOException {
        List<Item> items = files.stream()
                .map(Path::toString)
                .distinct()
                .map(name -> new Item(name, List.of(), name, Item.NO_FOLD, new Content.SoundAt(Path.of(name))))
                .toList();
        return of(new ItemSet("files", classes, GroupKind.RECORDING, items, List.of()), strictness);
    }

    /** Makes a set, and computes the inputs. */
    public Computed of(SynthSet set, int perClass, long seed) {
        int all = set.classes().size() * perClass;
        List<Entry> entries = IntStream.range(0, all)
                .parallel()
                .mapToObj(i -> {
                    SynthClip clip = set.clip(i / perClass, i % perClass, seed);
                    Waveform sound = new Waveform(clip.samples(), SynthSet.SAMPLE_RATE);
                    Item item = new Item(
                            clip.name(), List.of(clip.label()), clip.group(), Item.NO_FOLD, new Content.Sound(sound));
                    Entry entry = entry(item, sound);
                    tick(all);
                    return entry;
                })
                .toList();
        return new Computed(entries, List.of());
    }
}
