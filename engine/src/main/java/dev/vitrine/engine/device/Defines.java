package dev.vitrine.engine.device;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a kernel is specialised by at compile time ({@code -DNAME=value}): small numbers such as kernel size and stride.
 * Channel counts and lengths are passed at run time, so that layers share one compiled program.
 */
public record Defines(Map<String, Integer> values) {
    public static final Defines NONE = new Defines(Map.of());

    public Defines {
        values = Map.copyOf(values);
    }

    public static Defines of(String name, int value) {
        return NONE.and(name, value);
    }

    public Defines and(String name, int value) {
        Map<String, Integer> more = new TreeMap<>(values);
        more.put(name, value);
        return new Defines(more);
    }

    String options() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }
}
