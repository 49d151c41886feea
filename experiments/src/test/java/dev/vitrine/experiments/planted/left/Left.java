package dev.vitrine.experiments.planted.left;

import dev.vitrine.experiments.planted.right.Right;

/** One half of a planted cycle. */
public final class Left {
    /** The other half. */
    public Right right = new Right();
}
