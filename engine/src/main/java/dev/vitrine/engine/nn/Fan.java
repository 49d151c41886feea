package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Shape;

/**
 * How many values meet in a weight of shape [O, C, K...]: {@code IN} is C * K, those that one output is summed from;
 * {@code OUT} is O * K. With groups C is the number of channels of one group, as in PyTorch.
 */
public enum Fan {
    /** Keeps the size of values on the way forward. */
    IN {
        @Override
        int of(Shape weight) {
            return weight.elements() / weight.size(0);
        }
    },
    /** Keeps the size of gradients on the way back. */
    OUT {
        @Override
        int of(Shape weight) {
            return weight.elements() / weight.size(1);
        }
    };

    abstract int of(Shape weight);

    /** The number for a weight, or an error that says why there is none. */
    int of(String who, Shape weight) {
        if (weight.rank() < 2) {
            throw new IllegalArgumentException(
                    who + ": wants a weight of at least 2 axes, as [O, C] or [O, C, K], got " + weight);
        }
        return of(weight);
    }
}
