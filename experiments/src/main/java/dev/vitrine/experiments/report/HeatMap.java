package dev.vitrine.experiments.report;

import java.util.List;

/**
 * A matrix over time as an image, with curves on it: a spectrogram with its centroid.
 *
 * <p>Where values have both signs the scale is symmetric, otherwise dark is low and bright is high.
 *
 * <p>CSV columns: "series", the x label, the row label, the value label. A curve's point has no value.
 *
 * @param title what one should see
 * @param xLabel name and unit, such as {@code time (s)}
 * @param xEnd where the last column ends; the first begins at 0
 * @param rows what the rows are, lowest first
 * @param valueLabel what the colours mean, with unit
 * @param values [row][column], row 0 at the bottom
 * @param curves over x, in the unit of the rows; perhaps none
 */
public record HeatMap(
        String title, String xLabel, double xEnd, Rows rows, String valueLabel, double[][] values, List<Series> curves)
        implements Chart {

    /**
     * The rows of a matrix, each as high as the other on paper, whatever it stands for.
     *
     * @param label name and unit, such as {@code frequency (Hz)}
     * @param centres what each row stands for, rising
     * @param ticks what is written at the axis
     */
    public record Rows(String label, double[] centres, List<Tick> ticks) {
        /** Copies the list. */
        public Rows {
            ticks = List.copyOf(ticks);
        }

        /** Where a value lies: 0 at the bottom of the lowest row, 1 at the top of the highest. */
        double share(double value) {
            int last = centres.length - 1;
            int below = 0;
            while (below < last - 1 && centres[below + 1] <= value) {
                below++;
            }
            double step = last == 0 ? 1 : centres[below + 1] - centres[below];
            double row = below + (value - centres[below]) / step;
            return Math.max(0, Math.min(1, (row + 0.5) / centres.length));
        }
    }

    /**
     * A mark at the axis.
     *
     * @param at in the unit of the rows
     * @param text what is written there
     */
    public record Tick(double at, String text) {
        /** A mark at a whole number. */
        public static Tick at(long number) {
            return new Tick(number, Long.toString(number));
        }
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there are no values, not as many rows as said, or a number is not finite
     */
    public HeatMap {
        Check.title("heat map", title);
        Check.label(title, "x axis", xLabel);
        Check.label(title, "rows", rows.label());
        Check.label(title, "colour", valueLabel);
        curves = List.copyOf(curves);
        if (values.length == 0 || values.length != rows.centres().length || !(xEnd > 0)) {
            throw new IllegalArgumentException("chart '" + title + "': " + values.length + " rows of values, "
                    + rows.centres().length + " rows, x from 0 to " + xEnd
                    + "; expected as many of both, at least one, and an end above 0");
        }
        for (int row = 0; row < values.length; row++) {
            Check.finite(title, "row " + row, "values", values[row]);
            if (values[row].length != values[0].length) {
                throw new IllegalArgumentException("chart '" + title + "': row " + row + " has " + values[row].length
                        + " values, row 0 has " + values[0].length + "; expected rows of one length");
            }
        }
        for (Series curve : curves) {
            Check.curve(title, curve.name(), curve.x(), curve.y());
        }
    }

    @Override
    public Picture picture() {
        return new HeatPainter(this).picture();
    }

    /** The middle of a column. */
    private double x(int column) {
        return (column + 0.5) * xEnd / values[0].length;
    }

    @Override
    public Table table() {
        Table table = Table.columns("series", xLabel, rows.label(), valueLabel);
        for (int column = 0; column < values[0].length; column++) {
            for (int row = 0; row < values.length; row++) {
                table.add("", x(column), rows.centres()[row], values[row][column]);
            }
        }
        for (Series curve : curves) {
            for (int i = 0; i < curve.x().length; i++) {
                table.add(curve.name(), curve.x()[i], curve.y()[i], "");
            }
        }
        return table;
    }
}
