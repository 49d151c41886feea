package dev.vitrine.experiments.recipe;

/**
 * A figure to set a result beside: an aim, or what others reached.
 *
 * @param what whose figure it is, and how it was got
 * @param perPart as in {@code 81.0 %}, or a dash
 * @param perClip as in {@code 86.0 %}, or a dash
 */
public record Claim(String what, String perPart, String perClip) {
    /** There is no such figure. */
    public static final String NONE = "-";
}
