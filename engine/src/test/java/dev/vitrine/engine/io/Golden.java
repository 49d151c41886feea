package dev.vitrine.engine.io;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Files that other programs wrote, in {@code src/test/resources/golden/io}, beside the scripts that made them. */
final class Golden {
    /** What stands in most of them. */
    static final double[] NUMBERS = {0.1, -0.0, 1.5, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
    /** The same, rounded to float32. */
    static final double[] FLOATS = {0.1f, -0.0, 1.5, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};

    private Golden() {}

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Golden.class.getResource("/golden/io/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static HostArray array(Map<String, HostArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }
}
