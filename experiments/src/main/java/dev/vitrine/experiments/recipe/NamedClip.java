package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Labelled;

/**
 * A clip without what it holds, which takes a thousandth of the memory.
 *
 * @param name unlike any other's
 * @param label index of the class, or -1 where it is not known
 * @param group what must stay on one side of a split
 * @param fold of the official split, from 1, or 0
 */
public record NamedClip(String name, int label, String group, int fold) implements Labelled {
    /** What is said of {@code clip}. */
    public static NamedClip of(Labelled clip) {
        return new NamedClip(clip.name(), clip.label(), clip.group(), clip.fold());
    }

    /** The same clip as one of another class. */
    public NamedClip as(int other) {
        return new NamedClip(name, other, group, fold);
    }
}
