package dev.vitrine.audio.dataset;

/** What is brought to mean 0 and deviation 1 before windows are taken. */
public enum Normalisation {
    /**
     * All training clips of a class, joined to one vector; a window may reach over the seam of two clips. So it was
     * done in the original experiment. A clip to be judged has no known class and is scaled by itself: training and use
     * differ, which is a fault.
     */
    CLASS,
    /** Each clip by itself. */
    CLIP,
    /** Each clip by itself, to tell silent windows; then each window by itself. */
    WINDOW
}
