package dev.vitrine.experiments.cli;

import java.util.List;
import java.util.Locale;

/** A number of bytes in words. */
final class ByteCount {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

    private ByteCount() {}

    /** With the largest unit of which there is one at least, in steps of 1000: {@code 646 MB}. */
    static String words(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= 999.5 && unit < UNITS.size() - 1) {
            number /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit > 0 && number < 9.95 ? "%.1f %s" : "%.0f %s", number, UNITS.get(unit));
    }
}
