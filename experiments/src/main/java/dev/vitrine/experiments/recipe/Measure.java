package dev.vitrine.experiments.recipe;

/** How runs of an experiment are measured where several stand on one page. */
public enum Measure {
    /** The share of clips that are judged rightly. */
    ACCURACY,
    /**
     * The area under the curve of hits over false alarms for the class 1 against the class 0, and its mean over the runs that
     * look for another sound each.
     */
    AREA
}
