package dev.vitrine.experiments.report;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

/** Heading, grid of panels, and one pair of axes for all of them; the panels' insides are painted elsewhere. */
final class PanelFrame {

    private static final int NAME_ROOM = 30;
    private static final int BELOW = Style.MARGIN + Plot.TICK_ROOM + 26;

    private final Heading heading;
    private final Axis x;
    private final Axis y;
    private final List<String> names;
    private final PanelGrid grid;

    PanelFrame(Heading heading, Axis x, Axis y, int columns, List<String> names) {
        this.heading = heading;
        this.x = x;
        this.y = y;
        this.names = names;
        int inRow = Math.min(columns, names.size());
        int top = heading.height() - 8;
        int left = Style.MARGIN + (int) new Plot(new Rectangle(), x, y).yTickWidth();
        int height = PanelGrid.heightFor(names.size(), inRow, top, NAME_ROOM, BELOW);
        this.grid = new PanelGrid(names.size(), inRow, left, top, Style.WIDTH - Style.MARGIN, NAME_ROOM, height);
    }

    /** As many tick marks as one panel's width has room for. */
    static int xTicks(int columns, int count) {
        return Math.max(3, 13 / Math.min(columns, count));
    }

    /** As many tick marks as one panel's height has room for. */
    static int yTicks(int columns, int count) {
        int rows = (count + columns - 1) / columns;
        return Math.max(3, 12 / rows);
    }

    int height() {
        return grid.bottom() + BELOW;
    }

    /** The same two axes for every panel: this is what makes them comparable. */
    Plot plot(int index) {
        return new Plot(grid.area(index), x, y);
    }

    void paint(Graphics2D g) {
        heading.paint(g);
        for (int i = 0; i < names.size(); i++) {
            paintPanel(g, i);
        }
        double middle = (grid.left() + grid.right()) / 2.0;
        Style.middle(g, Style.LABEL, Style.SOFT, x.label(), middle, grid.bottom() + Plot.TICK_ROOM + 24);
    }

    private void paintPanel(Graphics2D g, int index) {
        Plot plot = plot(index);
        String name = Style.fit(Style.STRONG, names.get(index), plot.area().width);
        Style.left(g, Style.STRONG, Style.INK, name, plot.area().x, plot.area().y - 8);
        plot.grid(g);
        if (grid.firstInRow(index)) {
            plot.yTicks(g);
        }
        if (grid.lastInColumn(index)) {
            plot.xTicks(g);
        }
    }
}
