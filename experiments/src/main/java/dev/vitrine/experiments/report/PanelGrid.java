package dev.vitrine.experiments.report;

import java.awt.Rectangle;

/**
 * Panels of one size in rows and columns.
 *
 * @param count of panels
 * @param columns panels in a row
 * @param left first pixel of the first panel
 * @param top first pixel below the heading
 * @param right last pixel of the last panel
 * @param above pixels kept above each panel for its name
 * @param height of each panel's area
 */
record PanelGrid(int count, int columns, int left, int top, int right, int above, int height) {

    private static final int GAP = 22;
    private static final int ROW_GAP = 10;

    /** Height of the panels that fills a slide, but never less than a curve needs. */
    static int heightFor(int count, int columns, int top, int above, int below) {
        int rows = rows(count, columns);
        int free = Style.SLIDE_HEIGHT - top - below - rows * above - (rows - 1) * ROW_GAP;
        return Math.max(84, free / rows);
    }

    Rectangle area(int index) {
        int width = (right - left - (columns - 1) * GAP) / columns;
        int x = left + (index % columns) * (width + GAP);
        int y = top + (index / columns) * (above + height + ROW_GAP) + above;
        return new Rectangle(x, y, width, height);
    }

    int bottom() {
        return area(count - 1).y + height;
    }

    boolean firstInRow(int index) {
        return index % columns == 0;
    }

    /** Nothing stands below this panel, so it carries the x axis. */
    boolean lastInColumn(int index) {
        return index + columns >= count;
    }

    private static int rows(int count, int columns) {
        return (count + columns - 1) / columns;
    }
}
