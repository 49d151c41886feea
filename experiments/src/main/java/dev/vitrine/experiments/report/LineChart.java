package dev.vitrine.experiments.report;

import java.util.List;

/**
 * Curves over one common axis, with horizontal reference lines: loss and accuracy by epoch, a frequency response.
 *
 * <p>CSV columns: {@code series}, the x label, the y label; a reference line is a row with an empty x.
 *
 * @param title what one should see
 * @param xLabel name and unit, such as {@code epoch}
 * @param yLabel name and unit, such as {@code accuracy (%)}
 * @param series at least one; each is labelled at its end
 * @param levels reference lines, perhaps none
 * @param xScale how x lies along its axis
 */
public record LineChart(
        String title, String xLabel, String yLabel, List<Series> series, List<Level> levels, Scale xScale)
        implements Chart {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no series, or one that is empty, not finite or not in order
     */
    public LineChart {
        Check.title("line chart", title);
        Check.label(title, "x axis", xLabel);
        Check.label(title, "y axis", yLabel);
        series = Check.some(title, "series", series);
        levels = List.copyOf(levels);
        for (Series each : series) {
            Check.curve(title, each.name(), each.x(), each.y());
            if (xScale == Scale.LOGARITHMIC && !(each.x()[0] > 0)) {
                throw new IllegalArgumentException("chart '" + title + "', '" + each.name() + "': x begins at "
                        + each.x()[0] + "; expected above 0 on a logarithmic axis");
            }
        }
        for (Level level : levels) {
            Check.finite(title, level.name(), "level", new double[] {level.y()});
        }
    }

    /** Curves over a linear axis. */
    public LineChart(String title, String xLabel, String yLabel, List<Series> series, List<Level> levels) {
        this(title, xLabel, yLabel, series, levels, Scale.LINEAR);
    }

    /** Curves without reference lines. */
    public LineChart(String title, String xLabel, String yLabel, List<Series> series) {
        this(title, xLabel, yLabel, series, List.of());
    }

    @Override
    public Picture picture() {
        return new LinePainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns("series", xLabel, yLabel);
        for (Series each : series) {
            for (int i = 0; i < each.x().length; i++) {
                table.add(each.name(), each.x()[i], each.y()[i]);
            }
        }
        levels.forEach(level -> table.add(level.name(), "", level.y()));
        return table;
    }
}
