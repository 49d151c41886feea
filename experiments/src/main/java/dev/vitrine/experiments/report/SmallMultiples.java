package dev.vitrine.experiments.report;

import java.util.List;

/**
 * Many small panels on one scale, so that heights compare: waveforms of some clips, the ten channels of a layer.
 *
 * <p>CSV columns: {@code panel, group}, the x label, the y label.
 *
 * @param title what one should see
 * @param xLabel name and unit, such as {@code time (ms)}
 * @param yLabel name and unit, such as {@code activation}
 * @param columns panels in a row
 * @param mark how the values are drawn
 * @param panels at least one
 */
public record SmallMultiples(String title, String xLabel, String yLabel, int columns, Mark mark, List<Panel> panels)
        implements Chart {

    /** How values are drawn. */
    public enum Mark {
        /** A curve, for signals. */
        CURVE,
        /** A stem with a dot, for a few values that have no between, such as filter taps. */
        STEM
    }

    /**
     * One panel.
     *
     * @param name above the panel
     * @param group panels of one group share a colour, named in a legend; empty for none
     * @param x positions in rising order
     * @param y values, as many as {@code x}
     */
    public record Panel(String name, String group, double[] x, double[] y) {
        /** A panel of no group. */
        public Panel(String name, double[] x, double[] y) {
            this(name, "", x, y);
        }
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no panel, or one that is empty, not finite or not in order
     */
    public SmallMultiples {
        Check.title("small multiples", title);
        Check.label(title, "x axis", xLabel);
        Check.label(title, "y axis", yLabel);
        Check.columns(title, columns);
        panels = Check.some(title, "panels", panels);
        for (Panel panel : panels) {
            Check.curve(title, panel.name(), panel.x(), panel.y());
        }
    }

    /** Panels of curves. */
    public SmallMultiples(String title, String xLabel, String yLabel, int columns, List<Panel> panels) {
        this(title, xLabel, yLabel, columns, Mark.CURVE, panels);
    }

    @Override
    public Picture picture() {
        return new MultiplesPainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns("panel", "group", xLabel, yLabel);
        for (Panel panel : panels) {
            for (int i = 0; i < panel.x().length; i++) {
                table.add(panel.name(), panel.group(), panel.x()[i], panel.y()[i]);
            }
        }
        return table;
    }
}
