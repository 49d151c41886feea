package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.Content;
import dev.vitrine.audio.dataset.GroupKind;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthClip;
import dev.vitrine.audio.synth.SynthSet;
import dev.vitrine.experiments.dataset.SplitKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A healthy small set of sounds, and ways to spoil it. */
final class Planted {
    static final int RATE = SynthSet.SAMPLE_RATE;
    private static final SynthSet SOUNDS = SynthSet.named("cats-dogs").orElseThrow();

    /** Made once: a clip costs more time than its check. */
    private static final List<SynthClip> CLIPS =
            IntStream.range(0, 128).mapToObj(i -> SOUNDS.clip(i % 2, i / 2, 5)).toList();

    private final List<Item> items = new ArrayList<>();

    private Planted() {}

    /** That many meows and barks in random order. */
    static Planted healthy(int perClass) {
        Planted set = new Planted();
        for (int i = 0; i < 2 * perClass; i++) {
            SynthClip clip = CLIPS.get(i);
            set.add(clip.name(), clip.label(), clip.group(), clip.samples());
        }
        Collections.shuffle(set.items, new Random(1));
        return set;
    }

    final Planted add(String name, int label, String group, float[] samples) {
        return add(name, label, group, Item.NO_FOLD, new Waveform(samples, RATE));
    }

    final Planted add(String name, int label, String group, int fold, Waveform sound) {
        items.add(new Item(name, List.of(label), group, fold, new Content.Sound(sound)));
        return this;
    }

    /** A meow or a bark that is not in the set yet. */
    static float[] fresh(int label, int index) {
        return SOUNDS.clip(label, 1000 + index, 5).samples();
    }

    List<Item> items() {
        return items;
    }

    ItemSet set() {
        return new ItemSet("planted", SOUNDS.classes(), GroupKind.RECORDING, items, List.of());
    }

    static CheckReport check(ItemSet set, CheckOptions options) throws IOException {
        return DataCheck.of(set, options, (done, of) -> {});
    }

    static CheckReport check(ItemSet set) throws IOException {
        return check(set, options(set));
    }

    /** For probes that look at labels and groups alone. */
    static Survey unread(ItemSet set) {
        return new Survey(set, List.of(), List.of(), List.of(), List.of());
    }

    static CheckOptions options(ItemSet set) throws IOException {
        return CheckOptions.usual(Parting.of(set, Optional.empty(), Optional.empty(), 5, 1));
    }

    static CheckOptions options(ItemSet set, SplitKind split) throws IOException {
        return CheckOptions.usual(Parting.of(set, Optional.empty(), Optional.of(split), 5, 1));
    }

    CheckReport check() throws IOException {
        return check(set());
    }
}
