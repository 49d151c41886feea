package dev.vitrine.experiments.report;

import java.util.List;

/**
 * Curves below one another over one common axis, each on a scale of its own: a waveform, and under it what was measured.
 *
 * <p>CSV columns: "strip", the x label, "value".
 *
 * @param title what one should see
 * @param xLabel name and unit, such as {@code time (s)}
 * @param strips from top to bottom, at least one
 */
public record Strips(String title, String xLabel, List<Strip> strips) implements Chart {

    /**
     * One curve.
     *
     * @param label what it is, with its unit
     * @param x positions in rising order
     * @param y values, as many as {@code x}
     */
    public record Strip(String label, double[] x, double[] y) {}

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no strip, or one that is empty, not finite or not in order
     */
    public Strips {
        Check.title("strips", title);
        Check.label(title, "x axis", xLabel);
        strips = Check.some(title, "strips", strips);
        for (Strip strip : strips) {
            Check.label(title, "strip", strip.label());
            Check.curve(title, strip.label(), strip.x(), strip.y());
        }
    }

    @Override
    public Picture picture() {
        return new StripsPainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns("strip", xLabel, "value");
        for (Strip strip : strips) {
            for (int i = 0; i < strip.x().length; i++) {
                table.add(strip.label(), strip.x()[i], strip.y()[i]);
            }
        }
        return table;
    }
}
