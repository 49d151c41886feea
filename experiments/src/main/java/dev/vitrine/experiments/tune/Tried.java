package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.Knob;
import java.util.Map;

/**
 * What came of one candidate.
 *
 * @param numbers in place of the usual ones; as usual where a knob is missing
 * @param share its time as a share of the usual; not-a-number if it was not timed
 * @param complaint why it was thrown out; empty if it was not
 */
public record Tried(Map<Knob, Integer> numbers, double share, String complaint) {
    boolean isSound() {
        return complaint.isEmpty();
    }
}
