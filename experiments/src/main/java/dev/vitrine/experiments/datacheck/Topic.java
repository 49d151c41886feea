package dev.vitrine.experiments.datacheck;

/** What a finding is about. */
public enum Topic {
    /** Items that cannot be read. */
    READING("cannot be read"),
    /** How long items last. */
    LENGTHS("lengths"),
    /** Sample rates. */
    RATES("sample rates"),
    /** How many items each class has. */
    CLASSES("class balance"),
    /** Items with the same content. */
    COPIES("copies"),
    /** Items that share a stretch of sound. */
    OVERLAPS("overlaps"),
    /** One sound with two labels. */
    LABELS("label conflict"),
    /** Items with nothing to hear. */
    SILENCE("silence"),
    /** Tops cut off. */
    CLIPPING("clipping"),
    /** A mean that is not zero. */
    OFFSET("DC offset"),
    /** Samples that are no numbers. */
    NUMBERS("not a number"),
    /** What stands on both sides of a split. */
    SPLIT("leak"),
    /** What batches are made of. */
    BATCHES("batches"),
    /** Whether neighbours on an axis have to do with one another. */
    AXES("axis"),
    /** Windows that carry a feature. */
    WINDOWS("windows");

    private final String word;

    Topic(String word) {
        this.word = word;
    }

    /** In words. */
    public String word() {
        return word;
    }
}
