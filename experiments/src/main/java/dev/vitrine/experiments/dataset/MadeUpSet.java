package dev.vitrine.experiments.dataset;

import dev.vitrine.audio.audioset.EmbeddingSynth;
import dev.vitrine.audio.dataset.Content;
import dev.vitrine.audio.dataset.GroupKind;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthClip;
import dev.vitrine.audio.synth.SynthSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Items that the program makes itself, in the shape of a known set, for use with no data at hand. */
public final class MadeUpSet {
    private MadeUpSet() {}

    /**
     * The items that stand in for a set, all of them in memory; nothing if the set has no shape of its own.
     *
     * @param perClass items of each class
     */
    public static Optional<ItemSet> of(KnownSet kind, int perClass, long seed, ReadProgress progress)
            throws IOException {
        return switch (kind) {
            case CATS_DOGS -> sounds("cats-dogs", GroupKind.RECORDING, perClass, seed, progress);
            case ESC_50, ESC_10 -> sounds("environment", GroupKind.RECORDING, perClass, seed, progress);
            case NSYNTH -> sounds("notes", GroupKind.INSTRUMENT, perClass, seed, progress);
            case GTZAN -> sounds("music-speech", GroupKind.TRACK, perClass, seed, progress);
            case AUDIO_SET -> Optional.of(EmbeddingSynth.set(perClass, seed));
            case FOLDERS, TABLE -> Optional.empty();
        };
    }

    private static Optional<ItemSet> sounds(
            String name, GroupKind groups, int perClass, long seed, ReadProgress progress) throws IOException {
        SynthSet synth = SynthSet.named(name).orElseThrow();
        int classes = synth.classes().size();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < perClass * classes; i++) {
            SynthClip clip = synth.clip(i % classes, i / classes, seed);
            Content sound = new Content.Sound(new Waveform(clip.samples(), SynthSet.SAMPLE_RATE));
            items.add(new Item(clip.name(), List.of(clip.label()), clip.group(), Item.NO_FOLD, sound));
            progress.read(i + 1, perClass * classes);
        }
        return Optional.of(new ItemSet(name + " (made up)", synth.classes(), groups, items, List.of()));
    }
}
