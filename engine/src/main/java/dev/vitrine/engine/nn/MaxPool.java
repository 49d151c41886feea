package dev.vitrine.engine.nn;

import dev.vitrine.engine.op.Tiles;
import dev.vitrine.engine.tensor.Shape;
import java.util.Optional;

/** A layer that keeps the largest value of each window. */
sealed interface MaxPool permits MaxPool1d, MaxPool2d {
    /** The tiles that its windows cut {@code x} into, if they lie side by side and fit. */
    Optional<Tiles> tiles(Shape x);
}
