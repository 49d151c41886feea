package dev.vitrine.audio.dataset;

import java.util.List;

/**
 * Clips of known classes.
 *
 * @param classes names, in the order of the labels
 * @param clips sorted by name
 * @param skipped one line for each file that could not be used: which, and why
 */
public record ClipSet(List<String> classes, List<Clip> clips, List<String> skipped) {
    public ClipSet {
        classes = List.copyOf(classes);
        clips = List.copyOf(clips);
        skipped = List.copyOf(skipped);
    }

    /** The number of clips of a class. */
    public int count(int label) {
        return (int) clips.stream().filter(clip -> clip.label() == label).count();
    }

    /** The number of different recordings: clips that share sound count once. */
    public int recordings() {
        return (int) clips.stream().map(Clip::group).distinct().count();
    }

    /** How long all clips sound, in seconds. */
    public double seconds() {
        return clips.stream().mapToDouble(clip -> clip.sound().seconds()).sum();
    }

    /** The same clips as items of a set of that name. */
    public ItemSet items(String name) {
        List<Item> items = clips.stream()
                .map(clip -> new Item(
                        clip.name(),
                        clip.label() < 0 ? List.of() : List.of(clip.label()),
                        clip.group(),
                        Item.NO_FOLD,
                        new Content.Sound(clip.sound())))
                .toList();
        return new ItemSet(name, classes, GroupKind.RECORDING, items, skipped);
    }

    /** SHA-256 over names, labels and samples of all clips, as 64 hexadecimal digits. */
    public String fingerprint() {
        return Fingerprint.of(clips);
    }
}
