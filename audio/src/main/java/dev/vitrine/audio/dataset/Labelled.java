package dev.vitrine.audio.dataset;

/** What can be split: it has a name, a class, and perhaps relatives. */
public interface Labelled {
    /** Unlike any other's in the set. */
    String name();

    /** Index of the class, the first if there are several; -1 where it is not known. */
    int label();

    /** What has the same group shares more than a class and must stay on one side of a split. */
    String group();

    /** The part of the official split that it belongs to, from 1, or {@link Item#NO_FOLD}. */
    default int fold() {
        return Item.NO_FOLD;
    }
}
