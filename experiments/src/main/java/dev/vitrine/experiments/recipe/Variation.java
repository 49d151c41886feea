package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Draw;

/** Changes an input a little each time that it is learned from, so that no two passes are alike. */
@FunctionalInterface
public interface Variation {
    /** Leaves inputs as they are. */
    Variation NONE = (x, draw) -> {};

    /** Changes a scaled input in place. */
    void vary(float[] x, Draw draw);

    /** This one, then another. */
    default Variation then(Variation next) {
        return (x, draw) -> {
            vary(x, draw);
            next.vary(x, draw);
        };
    }
}
