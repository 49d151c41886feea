package dev.vitrine.audio.synth;

import java.util.List;
import java.util.Optional;

/** A set of sounds that the program makes itself: as many clips as are asked for, all from one seed. */
public sealed interface SynthSet permits CatsDogsSet, NoteSet, SurroundingSet, MusicSpeechSet {
    /** In Hz, of every sound. */
    int SAMPLE_RATE = 16_000;

    /** All sets. */
    static List<SynthSet> all() {
        return List.of(new CatsDogsSet(), new NoteSet(), new SurroundingSet(), new MusicSpeechSet());
    }

    /** The set of that name. */
    static Optional<SynthSet> named(String name) {
        return all().stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /** As in {@code vitrine synth NAME}. */
    String name();

    /** In words. */
    String contents();

    /** The names of the classes, in the order of their labels. */
    List<String> classes();

    /**
     * Makes one clip. Equal arguments give equal sounds.
     *
     * @param label of the class, from 0
     * @param index of the clip within its class, from 0
     * @param seed of the set
     */
    SynthClip clip(int label, int index, long seed);

    /** A number of its own for each clip of a set. */
    default long clipSeed(int label, int index, long seed) {
        return seed * 1_000_003 + (long) classes().size() * index + label;
    }
}
