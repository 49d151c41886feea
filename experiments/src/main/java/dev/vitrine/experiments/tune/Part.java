package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.Site;

/** The part of a layer's work that a site belongs to, and is timed with. */
enum Part {
    FORWARD,
    /** The gradient of the input. */
    DATA,
    /** The gradients of weights and bias. */
    WEIGHTS,
    /** Forward and backward. */
    ALL;

    static Part of(Site site) {
        if (site.pass().endsWith(".forward")) {
            return FORWARD;
        }
        if (site.pass().endsWith(".backward_weights")) {
            return WEIGHTS;
        }
        return site.pass().contains(".backward") ? DATA : ALL;
    }
}
