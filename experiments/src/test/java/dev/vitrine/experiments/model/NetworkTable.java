package dev.vitrine.experiments.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PyTorch computed with whole networks; see networks.py. */
final class NetworkTable {
    private static final double FLOAT_EPS = 0x1p-23;
    private static final double DOUBLE_EPS = 0x1p-52;

    /** Other orders of summation stray as far as PyTorch's own float32, within a small factor. */
    private static final double FACTOR = 64;

    /** A share of the largest: a weight whose true gradient is 0 follows its rounding, which Adam makes much larger. */
    private static final double LEAST = 1e-9;

    private NetworkTable() {}

    /**
     * One array.
     *
     * @param size its values
     * @param values all of them or 16, evenly spread
     * @param sum of all
     * @param wave sum of all, each times a number of {@link #units}
     * @param largest magnitude
     * @param drift how far PyTorch's float32 strayed from its float64
     */
    record Entry(int size, double[] values, double sum, double wave, double largest, double drift) {
        /** Throws if an array is further away than its arithmetic explains. */
        void requireClose(String what, double[] got, boolean inDouble) {
            if (got.length != size) {
                throw new AssertionError(what + " has " + got.length + " values, expected " + size);
            }
            double eps = inDouble ? DOUBLE_EPS : FLOAT_EPS;
            double tolerance = FACTOR * (drift * (eps / FLOAT_EPS) + eps * largest) + LEAST * largest;
            for (int k = 0; k < values.length; k++) {
                int i = (int) ((long) k * size / values.length);
                require(what + "[" + i + "]", values[k], got[i], tolerance);
            }
            double[] weights = units(size, 5);
            double total = 0;
            double weighted = 0;
            for (int i = 0; i < size; i++) {
                total += got[i];
                weighted += got[i] * weights[i];
            }
            require(what + ": sum", sum, total, tolerance * Math.sqrt(size) + LEAST * Math.abs(sum));
            require(what + ": weighted sum", wave, weighted, tolerance * Math.sqrt(size) + LEAST * Math.abs(wave));
        }

        private static void require(String what, double expected, double got, double tolerance) {
            if (!(Math.abs(expected - got) <= tolerance)) {
                throw new AssertionError(what + ": expected " + expected + ", got " + got + ", which differs by "
                        + Math.abs(expected - got) + "; allowed " + tolerance);
            }
        }
    }

    /** Numbers in [-1, 1) that follow from whole numbers alone, as in networks.py. */
    static double[] units(int count, int stream) {
        double[] values = new double[count];
        for (long i = 0; i < count; i++) {
            long whole = (i * i % 65521) * 40503 + i * 48271 + stream * 7919L;
            values[(int) i] = whole % 65521 / 65521.0 * 2 - 1;
        }
        return values;
    }

    static JsonNode of(String network) throws IOException {
        try (InputStream in = NetworkTable.class.getResourceAsStream("/golden/networks.json")) {
            return Objects.requireNonNull(
                    JsonMapper.shared().readTree(Objects.requireNonNull(in)).get(network), network);
        }
    }

    static Map<String, Entry> entries(JsonNode table, String part) {
        Map<String, Entry> entries = new TreeMap<>();
        Objects.requireNonNull(table.get(part), part)
                .properties()
                .forEach(property -> entries.put(
                        property.getKey(), JsonMapper.shared().treeToValue(property.getValue(), Entry.class)));
        return entries;
    }
}
