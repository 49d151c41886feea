package dev.vitrine.audio.synth;

/**
 * How often and how long an animal calls.
 *
 * @param least fewest times in a recording
 * @param most most times in a recording, if they fit
 * @param seconds of one call
 * @param pause between two, in seconds
 * @param level of one call, as a share of full power
 */
record Habit(int least, int most, Span seconds, Span pause, Span level) {}
