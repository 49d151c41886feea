package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.Site;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A site that is to be tuned.
 *
 * @param layer where it was met first
 * @param usual the usual numbers, by what can be chosen
 * @param open begins to work with other numbers; with none, as usual
 * @param expected what must come out
 */
record Question(
        String layer,
        Site site,
        Map<Knob, Integer> usual,
        Function<Map<Knob, Integer>, Subject> open,
        Supplier<Expected> expected) {}
