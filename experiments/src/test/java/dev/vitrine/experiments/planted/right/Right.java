package dev.vitrine.experiments.planted.right;

import dev.vitrine.experiments.planted.left.Left;

/** One half of a planted cycle. */
public final class Right {
    /** The other half. */
    public Class<Left> left = Left.class;
}
