package dev.vitrine.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where a step's time goes, with a wait after each part: the sum is a little more than a step that waits for nothing.
 *
 * @param forward forward pass and loss
 * @param backward all gradients
 * @param update the optimiser
 */
public record Split(Timing forward, Timing backward, Timing update) {
    /** Milliseconds of one step's parts. */
    record Parts(double forward, double backward, double update) {}

    static Split measure(Step step, int count) {
        List<Parts> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(step.parts());
        }
        return new Split(of(all, Parts::forward), of(all, Parts::backward), of(all, Parts::update));
    }

    private static Timing of(List<Parts> all, ToDoubleFunction<Parts> part) {
        return Timing.of(all.stream().mapToDouble(part).toArray());
    }
}
