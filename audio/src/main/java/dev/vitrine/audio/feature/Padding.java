package dev.vitrine.audio.feature;

/** What stands before the first and after the last sample when frames are cut; librosa's center and pad_mode. */
public enum Padding {
    /** Nothing: frame t begins at sample t * hop ({@code center=False}). */
    NONE,
    /** Frame t is centred on sample t * hop, with zeros around the sound ({@code pad_mode="constant"}). */
    ZEROS,
    /** Frame t is centred on sample t * hop, with the sound mirrored at its ends ({@code pad_mode="reflect"}). */
    REFLECT,
    /** Frame t is centred on sample t * hop, with the first and last sample held ({@code pad_mode="edge"}). */
    EDGE
}
