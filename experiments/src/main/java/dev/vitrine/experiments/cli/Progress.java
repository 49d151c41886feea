package dev.vitrine.experiments.cli;

import java.util.Locale;

/** How far a long piece of work is. */
sealed interface Progress extends AutoCloseable permits BarProgress, LineProgress {
    /** Tells that {@code step} steps are done. */
    void at(long step, Measures measures);

    /** Writes a line without harm to the bar. */
    void say(String line);

    @Override
    void close();

    /** How many steps are done. */
    static String head(String task, long step, long steps) {
        return "%s %d/%d".formatted(task, step, steps);
    }

    /** Steps a second and the time left, or nothing as long as that cannot be known. */
    static String pace(long step, long steps, long first, double seconds) {
        if (seconds <= 0 || step <= first) {
            return "";
        }
        double rate = (step - first) / seconds;
        long left = Math.round((steps - step) / rate);
        return String.format(Locale.ROOT, "  %.1f/s  %d:%02d:%02d left", rate, left / 3600, left / 60 % 60, left % 60);
    }

    /**
     * What is measured on the way; NaN where it is not known.
     *
     * @param loss mean loss of late
     * @param accuracy share of right answers of late, 0 to 1
     */
    record Measures(double loss, double accuracy) {
        static final Measures NONE = new Measures(Double.NaN, Double.NaN);

        String words() {
            return part("loss %.4f", loss) + part("accuracy %.1f %%", 100 * accuracy);
        }

        private static String part(String format, double value) {
            return Double.isNaN(value) ? "" : "  " + String.format(Locale.ROOT, format, value);
        }
    }
}
