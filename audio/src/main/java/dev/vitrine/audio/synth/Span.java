package dev.vitrine.audio.synth;

/** From a least to a greatest value. */
record Span(double least, double greatest) {
    double thrown(Dice dice) {
        return dice.between(least, greatest);
    }

    /** Equal ratios are equally likely. */
    double ratio(Dice dice) {
        return dice.ratio(least, greatest);
    }
}
