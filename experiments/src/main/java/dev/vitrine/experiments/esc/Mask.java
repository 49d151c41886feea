package dev.vitrine.experiments.esc;

import dev.vitrine.experiments.recipe.Variation;
import java.util.Arrays;

/**
 * Hides a band of a spectrogram, or a stretch of its time, behind 0, which is the mean of what was scaled.
 *
 * <p>Source: Park et al., "SpecAugment", Interspeech 2019.
 */
final class Mask {
    private Mask() {}

    /**
     * Hides neighbouring rows.
     *
     * @param columns of each row
     * @param most how many at most; as few as none
     */
    static Variation ofRows(int columns, int most) {
        return (x, draw) -> {
            int count = draw.below(most + 1);
            int first = draw.below(x.length / columns - count + 1);
            Arrays.fill(x, first * columns, (first + count) * columns, 0);
        };
    }

    /**
     * Hides neighbouring columns.
     *
     * @param columns of each row
     * @param most how many at most; as few as none
     */
    static Variation ofColumns(int columns, int most) {
        return (x, draw) -> {
            int count = draw.below(most + 1);
            int first = draw.below(columns - count + 1);
            for (int row = 0; row < x.length; row += columns) {
                Arrays.fill(x, row + first, row + first + count, 0);
            }
        };
    }
}
