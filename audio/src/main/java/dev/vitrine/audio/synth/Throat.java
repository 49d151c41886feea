package dev.vitrine.audio.synth;

/**
 * An animal's body. Cats' and dogs' are thrown alike: only what they do with it tells them apart.
 *
 * @param pitch of the voice at rest, in Hz
 * @param size by how much all resonances are higher than a middling animal's
 * @param timbre of the voice
 */
record Throat(double pitch, double size, Timbre timbre) {
    private static final double UNSTEADY = 0.06;

    static Throat thrown(Dice dice) {
        return new Throat(
                dice.ratio(300, 700),
                dice.ratio(0.85, 1.35),
                new Timbre(
                        dice.between(0.2, 1), dice.between(0.1, 2.5), dice.ratio(0.005, 0.12), dice.between(0, 0.5)));
    }

    /** The same animal a moment later: a little higher or lower, hoarser or clearer. */
    Throat varied(Dice dice) {
        return new Throat(pitch * dice.between(1 - UNSTEADY, 1 + UNSTEADY), size, timbre.rougher(dice.ratio(0.6, 1.6)));
    }
}
