package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.Knob;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which numbers are tried for a site: all pairs of two that depend on each other most, then, from the best pair on, each
 * of the others alone.
 *
 * @param usual what the operation itself chooses; these are the knobs there are
 */
record Candidates(Map<Knob, Integer> usual) {
    private static final List<Knob> BY_WEIGHT =
            List.of(Knob.CHANNELS, Knob.CHUNK, Knob.WIDTH, Knob.GROUP, Knob.NEIGHBOURS, Knob.ROWS);

    private static final List<Integer> FEW = List.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 32);

    /** Knobs, those whose pairs are tried first. */
    private List<Knob> knobs() {
        Stream<Knob> asked = BY_WEIGHT.stream().filter(usual::containsKey);
        // Channels and vectors share the registers, so they are a pair wherever both are.
        return usual.containsKey(Knob.CHANNELS)
                ? Stream.concat(
                                Stream.of(Knob.CHANNELS, Knob.WIDTH),
                                asked.filter(knob -> knob != Knob.CHANNELS && knob != Knob.WIDTH))
                        .toList()
                : asked.toList();
    }

    /** The knob along the rows of the landscape. */
    Knob first() {
        return knobs().get(0);
    }

    /** The knob along its columns. */
    Knob second() {
        return knobs().get(1);
    }

    /** Those that are tried alone. */
    List<Knob> others() {
        return knobs().subList(2, knobs().size());
    }

    /** What is tried of one knob, rising; the usual number is among them. */
    List<Integer> values(Knob knob) {
        int middle = usual.getOrDefault(knob, 1);
        IntStream values = switch (knob) {
            case WIDTH, CHUNK -> IntStream.of(middle / 4, middle / 2, middle, middle * 2, middle * 4);
            case GROUP, NEIGHBOURS -> IntStream.of(middle / 4, middle, middle * 4);
            case ROWS -> IntStream.of(1, 2, 3, 4, 5, middle);
            case CHANNELS ->
                IntStream.concat(
                        FEW.stream().mapToInt(Integer::intValue).filter(value -> value <= 2 * middle),
                        IntStream.of(middle));
        };
        return values.filter(knob::takes).distinct().sorted().boxed().toList();
    }

    /** How many there are in all. */
    int count() {
        return values(first()).size() * values(second()).size()
                - 1
                + others().stream().mapToInt(knob -> values(knob).size() - 1).sum();
    }
}
