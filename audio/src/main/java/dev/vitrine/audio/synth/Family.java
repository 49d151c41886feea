package dev.vitrine.audio.synth;

/** The instrument families of NSynth, in the order of its labels. */
enum Family {
    /** Thick plucked strings. */
    BASS(28, 55) {
        @Override
        Instrument instrument(Dice dice) {
            return Plucked.thrown(new Span(0.9, 1.8), new Span(0.3, 1.5), dice);
        }
    },
    /** Lips in a horn: the stronger, the brighter, and high partials come last. */
    BRASS(40, 79) {
        @Override
        Instrument instrument(Dice dice) {
            return Blown.brass(dice);
        }
    },
    /** A jet of air on an edge: few partials and much breath. */
    FLUTE(55, 91) {
        @Override
        Instrument instrument(Dice dice) {
            return Blown.flute(dice);
        }
    },
    /** Thin plucked strings. */
    GUITAR(40, 76) {
        @Override
        Instrument instrument(Dice dice) {
            return Plucked.thrown(new Span(0.4, 1.3), new Span(0.6, 2.5), dice);
        }
    },
    /** Struck strings, two for each note. */
    KEYBOARD(36, 91) {
        @Override
        Instrument instrument(Dice dice) {
            return Struck.keyboard(dice);
        }
    },
    /** Struck bars. */
    MALLET(48, 91) {
        @Override
        Instrument instrument(Dice dice) {
            return Struck.mallet(dice);
        }
    },
    /** Pipes, several for each key. */
    ORGAN(36, 84) {
        @Override
        Instrument instrument(Dice dice) {
            return Sustained.organ(dice);
        }
    },
    /** A reed on a tube: odd partials above even ones. */
    REED(43, 84) {
        @Override
        Instrument instrument(Dice dice) {
            return Blown.reed(dice);
        }
    },
    /** Bowed strings on a wooden box. */
    STRING(36, 88) {
        @Override
        Instrument instrument(Dice dice) {
            return Sustained.bowed(dice);
        }
    },
    /** Two oscillators that are not quite in tune, and a filter that closes. */
    SYNTH_LEAD(40, 88) {
        @Override
        Instrument instrument(Dice dice) {
            return Sustained.oscillators(dice);
        }
    },
    /** A sung vowel. */
    VOCAL(45, 79) {
        @Override
        Instrument instrument(Dice dice) {
            return Sustained.sung(dice);
        }
    };

    private final int lowest;
    private final int highest;

    Family(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The lowest note, as a MIDI number: 69 is 440 Hz, each step a semitone. */
    int lowest() {
        return lowest;
    }

    /** The highest note, as a MIDI number. */
    int highest() {
        return highest;
    }

    /** One of the family's instruments. */
    abstract Instrument instrument(Dice dice);
}
