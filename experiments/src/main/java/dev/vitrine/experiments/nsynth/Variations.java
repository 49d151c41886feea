package dev.vitrine.experiments.nsynth;

import dev.vitrine.experiments.recipe.Variation;
import java.util.Arrays;

/** Changes of a scaled picture that leave its family what it is, so that a network does not learn notes by heart. */
final class Variations {
    private static final int BANDS = 2;
    private static final int FRAMES = 3;
    private static final int HIDDEN_BANDS = 12;
    private static final int HIDDEN_FRAMES = 8;
    private static final double LEVEL = 0.2;

    private Variations() {}

    /** All of them, for pictures of {@code width} columns. */
    static Variation all(int width) {
        return moved(width).then(level()).then(hiddenBands(width)).then(hiddenFrames(width));
    }

    /** A few bands up or down and a few frames to and fro; the edge goes on. */
    private static Variation moved(int width) {
        return (x, draw) -> {
            int up = draw.below(2 * BANDS + 1) - BANDS;
            int later = draw.below(2 * FRAMES + 1) - FRAMES;
            int height = x.length / width;
            float[] was = x.clone();
            for (int h = 0; h < height; h++) {
                int from = Math.max(0, Math.min(height - 1, h - up)) * width;
                for (int w = 0; w < width; w++) {
                    x[h * width + w] = was[from + Math.max(0, Math.min(width - 1, w - later))];
                }
            }
        };
    }

    private static Variation level() {
        return (x, draw) -> {
            float more = (float) (LEVEL * (2 * draw.next() - 1));
            for (int i = 0; i < x.length; i++) {
                x[i] += more;
            }
        };
    }

    /** Source: Park et al., "SpecAugment", Interspeech 2019. */
    private static Variation hiddenBands(int width) {
        return (x, draw) -> {
            int count = draw.below(HIDDEN_BANDS + 1);
            int first = draw.below(x.length / width - count + 1);
            Arrays.fill(x, first * width, (first + count) * width, 0);
        };
    }

    private static Variation hiddenFrames(int width) {
        return (x, draw) -> {
            int count = draw.below(HIDDEN_FRAMES + 1);
            int first = draw.below(width - count + 1);
            for (int row = 0; row < x.length; row += width) {
                Arrays.fill(x, row + first, row + first + count, 0);
            }
        };
    }
}
