package dev.vitrine.experiments.audioset;

import dev.vitrine.audio.dataset.Draw;
import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.experiments.recipe.Variation;
import java.util.Arrays;
import java.util.Locale;

/** What is changed of a clip each time that it is learned from. */
public enum Changes {
    /** Nothing. */
    NONE {
        @Override
        Variation variation() {
            return Variation.NONE;
        }
    },
    /**
     * Half of the 128 numbers, others each time, are missing from the whole clip and the rest count twice; every number is off
     * by 0.5 deviations. So no few numbers can be learned by heart.
     *
     * <p>Source: Srivastava et al., "Dropout", Journal of Machine Learning Research 15, 2014, for inputs; Tompson et al.,
     * "Efficient object localization using convolutional networks", CVPR 2015, for whole channels.
     */
    FORGETFUL {
        @Override
        Variation variation() {
            return Changes::forget;
        }
    };

    private static final float DEVIATION = 0.5f;

    /** As in {@code forgetful}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The changes of that word. */
    static Changes of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no changes " + word));
    }

    /** Of a scaled clip with time as its last axis, [128, 10]; seconds that it lacks are 0 and stay so. */
    abstract Variation variation();

    private static void forget(float[] x, Draw draw) {
        int frames = x.length / Embedding.VGGISH_WIDTH;
        // Uniform within this of 0 has that deviation.
        float most = (float) (DEVIATION * Math.sqrt(3));
        for (int from = 0; from < x.length; from += frames) {
            float kept = draw.below(2) * 2f;
            for (int i = from; i < from + frames; i++) {
                float off = most * (2 * (float) draw.next() - 1);
                x[i] = x[i] == 0 ? 0 : kept * x[i] + off;
            }
        }
    }
}
