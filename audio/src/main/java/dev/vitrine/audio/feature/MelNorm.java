package dev.vitrine.audio.feature;

/** How high the triangle of a mel band is. */
public enum MelNorm {
    /** Area 1 in Hz: the height is 2 / width. */
    SLANEY,
    /** Height 1. */
    NONE
}
