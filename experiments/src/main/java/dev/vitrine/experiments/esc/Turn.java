package dev.vitrine.experiments.esc;

import dev.vitrine.experiments.recipe.Variation;

/** Turns all rows of an input round by one random number of columns: when in a clip a sound comes says nothing. */
final class Turn {
    private Turn() {}

    /** Rows of {@code columns} numbers; what leaves at one end comes in at the other. */
    static Variation of(int columns) {
        return (x, draw) -> {
            int shift = draw.below(columns);
            float[] row = new float[columns];
            for (int at = 0; at < x.length; at += columns) {
                System.arraycopy(x, at + shift, row, 0, columns - shift);
                System.arraycopy(x, at, row, columns - shift, shift);
                System.arraycopy(row, 0, x, at, columns);
            }
        };
    }
}
