package dev.vitrine.audio.synth;

/** One instrument of a family. */
@FunctionalInterface
interface Instrument {
    /**
     * What it sounds like.
     *
     * @param frequency of the note, in Hz
     * @param force of the player, above 0 and at most 1
     */
    Note note(double frequency, double force);
}
