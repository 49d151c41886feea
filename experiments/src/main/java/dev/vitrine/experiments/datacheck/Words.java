package dev.vitrine.experiments.datacheck;

import java.util.Locale;

/** Numbers in sentences. */
final class Words {
    private Words() {}

    /** As {@code 9 of 2,000 (0.5 %)}. */
    static String share(long part, long all) {
        return String.format(Locale.ROOT, "%,d of %,d (%.1f %%)", part, all, all == 0 ? 0 : 100.0 * part / all);
    }

    /** As {@code 1 clip} or {@code 3 clips}. */
    static String count(long count, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
    }

    /** How long so many samples last: in milliseconds where that is less than a second. */
    static String duration(long samples, int sampleRate) {
        double seconds = (double) samples / sampleRate;
        return seconds < 1 ? format("%.3g ms", 1000 * seconds) : format("%.1f s", seconds);
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Decibels of full scale, not below -100. */
    static double decibels(double amplitude) {
        return Math.max(-100, 20 * Math.log10(Math.max(amplitude, 1e-9)));
    }
}
