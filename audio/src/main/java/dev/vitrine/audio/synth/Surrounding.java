package dev.vitrine.audio.synth;

/** The classes of ESC-10, in the order of their numbers in ESC-50. */
enum Surrounding {
    DOG {
        @Override
        Source source(Dice dice) {
            return Creatures.dog(dice);
        }
    },
    ROOSTER {
        @Override
        Source source(Dice dice) {
            return Creatures.rooster(dice);
        }
    },
    RAIN {
        @Override
        Source source(Dice dice) {
            return Weather.rain(dice);
        }
    },
    SEA_WAVES {
        @Override
        Source source(Dice dice) {
            return Weather.sea(dice);
        }
    },
    CRACKLING_FIRE {
        @Override
        Source source(Dice dice) {
            return Weather.fire(dice);
        }
    },
    CRYING_BABY {
        @Override
        Source source(Dice dice) {
            return Creatures.baby(dice);
        }
    },
    SNEEZING {
        @Override
        Source source(Dice dice) {
            return Creatures.sneezer(dice);
        }
    },
    CLOCK_TICK {
        @Override
        Source source(Dice dice) {
            return Machines.clock(dice);
        }
    },
    HELICOPTER {
        @Override
        Source source(Dice dice) {
            return Machines.helicopter(dice);
        }
    },
    CHAINSAW {
        @Override
        Source source(Dice dice) {
            return Machines.chainsaw(dice);
        }
    };

    /** A thing of this kind. */
    abstract Source source(Dice dice);
}
