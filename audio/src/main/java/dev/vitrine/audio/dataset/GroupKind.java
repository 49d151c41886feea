package dev.vitrine.audio.dataset;

/** What the items of one group share, so that they must stay on one side of a split. */
public enum GroupKind {
    /** Nothing: every clip is a group of its own. */
    CLIP("clip"),
    /** They were cut from one recording, or hold the same sound. */
    RECORDING("recording"),
    /** They were played on one instrument. */
    INSTRUMENT("instrument"),
    /** They are parts of one piece of music, or of one talk. */
    TRACK("track"),
    /** A column of a table says so, and does not say why. */
    TABLE("group of the table");

    private final String word;

    GroupKind(String word) {
        this.word = word;
    }

    /** One of them, in words. */
    public String word() {
        return word;
    }
}
