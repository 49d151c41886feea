package dev.vitrine.audio.synth;

/** One thing that sounds: a certain dog, a certain clock. */
@FunctionalInterface
interface Source {
    /** Adds what it does to a mix of silence. */
    void play(double[] mix, Dice dice);
}
