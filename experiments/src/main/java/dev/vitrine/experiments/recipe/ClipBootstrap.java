package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
        return middle(verdicts, ClipBootstrap::partAccuracy);
    }

    /** The interval of the mean over the classes of the share of their clips judged rightly. */
    public static Range ofBalancedAccuracy(List<ClipVerdict> verdicts) {
        int classes = verdicts.get(0).parts().get(0).probabilities().size();
        List<ClipVerdict> judged = verdicts.stream().map(ClipBootstrap::whole).toList();
        return middle(judged, drawn -> Score.of(classes, drawn).balancedAccuracy());
    }

    /** The clip as one part: its mean is taken once and not in each draw. */
    private static ClipVerdict whole(ClipVerdict clip) {
        return new ClipVerdict(clip.clip(), clip.truth(), List.of(new ClipVerdict.Part(clip.probabilities(), true)));
    }

    private static double partAccuracy(List<ClipVerdict> drawn) {
        long right = 0;
        long all = 0;
        for (ClipVerdict clip : drawn) {
            all += clip.counted().size();
            right += clip.counted().stream()
                    .filter(part -> part.verdict() == clip.truth())
                    .count();
        }
        return (double) right / all;
    }

    private static Range middle(List<ClipVerdict> verdicts, ToDoubleFunction<List<ClipVerdict>> share) {
        Rng rng = new Rng(95);
        double[] shares = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<ClipVerdict> drawn = new ArrayList<>();
            for (int i = 0; i < verdicts.size(); i++) {
                drawn.add(verdicts.get(rng.nextInt(verdicts.size())));
            }
            shares[draw] = share.applyAsDouble(drawn);
        }
        Arrays.sort(shares);
        return new Range(shares[DRAWS / 40], shares[DRAWS - 1 - DRAWS / 40]);
    }
}
