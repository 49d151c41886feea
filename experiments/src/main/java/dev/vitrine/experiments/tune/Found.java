package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.Site;
import java.util.List;
import java.util.Map;

/**
 * What a search came to.
 *
 * @param layer the first layer that has this site, as in {@code W1 features.0}
 * @param usual the usual numbers
 * @param milliseconds with them
 * @param winner what is to be kept instead; empty where the usual numbers stay
 * @param share the winner's time as a share of the usual, 1 where the usual numbers stay
 * @param tried everything, in the order of trying
 */
public record Found(
        String layer,
        Site site,
        Map<Knob, Integer> usual,
        double milliseconds,
        Map<Knob, Integer> winner,
        double share,
        List<Tried> tried) {
    public Found {
        usual = Map.copyOf(usual);
        winner = Map.copyOf(winner);
        tried = List.copyOf(tried);
    }

    /** Those that gave wrong numbers, or did not run. */
    public List<Tried> thrownOut() {
        return tried.stream().filter(each -> !each.isSound()).toList();
    }

    /** True if something is quicker than the usual numbers. */
    public boolean isBetter() {
        return !winner.isEmpty();
    }
}
