package dev.vitrine.experiments.report;

import java.awt.Graphics2D;
import java.awt.Rectangle;

/** Paints {@link Tiles}: cells of one size for all matrices, square where they fit. */
final class TilesPainter {

    private static final int NAME_ROOM = 32;
    private static final int INDEX_ROOM = 26;
    private static final int GAP = 26;
    private static final int BAR_ROOM = 130;
    private static final int SMALLEST_INDEXED = 18;

    private final Tiles chart;
    private final ColourScale scale;
    private final Heading heading;
    private final int inRow;
    private final int panelRows;
    private final double cellWidth;
    private final double cellHeight;

    TilesPainter(Tiles chart) {
        this.chart = chart;
        this.scale = chart.scale();
        this.heading = new Heading(
                chart.title(),
                "colour: " + chart.valueLabel() + "   \u2193 " + chart.rowLabel() + "   \u2192 " + chart.columnLabel());
        int count = chart.matrices().size();
        this.inRow = Math.min(chart.columns(), count);
        this.panelRows = (count + inRow - 1) / inRow;
        double widest = panelWidth() / (double) mostColumns();
        double tallest = (freeHeight() / (double) panelRows) / mostRows();
        boolean longRows = mostColumns() > 8 * mostRows();
        this.cellWidth = longRows ? widest : Math.min(widest, Math.max(6, tallest));
        this.cellHeight = longRows ? Math.min(40, Math.max(6, tallest)) : cellWidth;
    }

    private int mostColumns() {
        return chart.matrices().stream().mapToInt(Tiles.Matrix::width).max().orElse(1);
    }

    private int mostRows() {
        return chart.matrices().stream().mapToInt(Tiles.Matrix::rows).max().orElse(1);
    }

    private int panelWidth() {
        return (Style.WIDTH - 2 * Style.MARGIN - BAR_ROOM - inRow * (INDEX_ROOM + GAP)) / inRow;
    }

    private int freeHeight() {
        return Style.SLIDE_HEIGHT - heading.height() - Style.MARGIN - panelRows * (NAME_ROOM + INDEX_ROOM);
    }

    private int panelHeight() {
        return (int) Math.ceil(mostRows() * cellHeight) + NAME_ROOM + INDEX_ROOM;
    }

    Picture picture() {
        int height = heading.height() + panelRows * panelHeight() + Style.MARGIN;
        return new Picture(Style.WIDTH, Math.max(380, height), this::paint);
    }

    private void paint(Graphics2D g) {
        heading.paint(g);
        for (int i = 0; i < chart.matrices().size(); i++) {
            int x = Style.MARGIN + INDEX_ROOM + (i % inRow) * (panelWidth() + INDEX_ROOM + GAP);
            int y = heading.height() + (i / inRow) * panelHeight() + NAME_ROOM;
            paintMatrix(g, chart.matrices().get(i), x, y);
        }
        int barHeight = Math.max(220, Math.min(480, panelRows * panelHeight() - NAME_ROOM - INDEX_ROOM));
        int barX = Style.WIDTH - Style.MARGIN - BAR_ROOM + 40;
        scale.paintBar(g, chart.valueLabel(), barX, heading.height() + NAME_ROOM, barHeight);
    }

    private void paintMatrix(Graphics2D g, Tiles.Matrix matrix, int x, int y) {
        String size = "  " + matrix.rows() + " \u00d7 " + matrix.width();
        double room = panelWidth() - Style.width(Style.TICK, size);
        String name = Style.fit(Style.STRONG, matrix.name(), room);
        Style.left(g, Style.STRONG, Style.INK, name, x, y - 9);
        Style.left(g, Style.TICK, Style.SOFT, size, x + Style.width(Style.STRONG, name), y - 9);
        for (int row = 0; row < matrix.rows(); row++) {
            paintRow(g, matrix.values()[row], x, edge(y, row, cellHeight), edge(y, row + 1, cellHeight));
        }
        paintOutline(g, matrix, x, y);
        paintIndices(g, matrix, x, y);
    }

    /** Cells end on whole pixels, else the ground shines through between them. */
    private void paintRow(Graphics2D g, double[] values, int x, int top, int bottom) {
        int column = 0;
        while (column < values.length) {
            int left = edge(x, column, cellWidth);
            double strongest = values[column];
            column++;
            while (column < values.length && edge(x, column, cellWidth) == left) {
                strongest = Math.abs(values[column]) > Math.abs(strongest) ? values[column] : strongest;
                column++;
            }
            g.setColor(scale.colour(strongest));
            g.fill(new Rectangle(left, top, edge(x, column, cellWidth) - left, bottom - top));
        }
    }

    private void paintOutline(Graphics2D g, Tiles.Matrix matrix, int x, int y) {
        g.setStroke(Style.HAIR);
        g.setColor(Style.AXIS);
        int right = edge(x, matrix.width(), cellWidth);
        int bottom = edge(y, matrix.rows(), cellHeight);
        g.draw(new Rectangle(x, y, right - x, bottom - y));
    }

    private void paintIndices(Graphics2D g, Tiles.Matrix matrix, int x, int y) {
        int everyRow = (int) Math.ceil(SMALLEST_INDEXED / cellHeight);
        for (int row = 0; row < matrix.rows(); row += everyRow) {
            double middle = y + (row + 0.5) * cellHeight;
            Style.right(g, Style.TICK, Style.SOFT, Integer.toString(row), x - 6, middle + 6);
        }
        String last = Integer.toString(matrix.width() - 1);
        int everyColumn = Math.max(1, roundUp((Style.width(Style.TICK, last) + 8) / cellWidth));
        for (int column = 0; column < matrix.width(); column += everyColumn) {
            double middle = x + (column + 0.5) * cellWidth;
            double bottom = y + matrix.rows() * cellHeight;
            Style.middle(g, Style.TICK, Style.SOFT, Integer.toString(column), middle, bottom + 20);
        }
    }

    /** 1, 2, 5, 10, …: readable distances between indices. */
    private static int roundUp(double atLeast) {
        int power = 1;
        while (power * 10 < atLeast) {
            power *= 10;
        }
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= atLeast) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static int edge(int start, int index, double cell) {
        return start + (int) Math.round(index * cell);
    }
}
