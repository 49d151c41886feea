package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.tensor.Rng;
import java.util.Arrays;
import java.util.List;

/**
 * How sure a share of parts is. Parts of one clip are not independent, so whole clips are drawn again, with
 * replacement, and the middle 95 % of the shares are kept.
 *
 * <p>Source: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13 (percentile interval).
 */
public final class ClipBootstrap {
    private static final int DRAWS = 2000;

    private ClipBootstrap() {}

    /**
     * A 95 % interval.
     *
     * @param low 0 to 1
     * @param high 0 to 1
     */
    public record Range(double low, double high) {}

    /** The interval of the share of parts judged rightly. */
    public static Range ofPartAccuracy(List<ClipVerdict> verdicts) {
        Rng rng = new Rng(95);
        double[] shares = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            long right = 0;
            long all = 0;
            for (int i = 0; i < verdicts.size(); i++) {
                ClipVerdict clip = verdicts.get(rng.nextInt(verdicts.size()));
                all += clip.counted().size();
                right += clip.counted().stream()
                        .filter(part -> part.verdict() == clip.truth())
                        .count();
            }
            shares[draw] = (double) right / all;
        }
        Arrays.sort(shares);
        return new Range(shares[DRAWS / 40], shares[DRAWS - 1 - DRAWS / 40]);
    }
}
