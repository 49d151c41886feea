package dev.vitrine.experiments.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Locale;

/** Paints a {@link Grid}. */
final class GridPainter {
    private static final int BAR_ROOM = 150;
    private static final int WIDEST_CELL = 220;
    private static final int TALLEST_CELL = 90;
    private static final int LOWEST_CELL = 44;
    private static final Color NONE = new Color(0xEEEEEE);

    private final Grid chart;
    private final Heading heading;
    private final ColourScale scale;
    private final int left;
    private final int top;
    private final int cellWidth;
    private final int cellHeight;

    GridPainter(Grid chart) {
        this.chart = chart;
        this.heading = new Heading(chart.title(), "↓ " + chart.rowLabel() + "   → " + chart.columnLabel());
        this.scale = ColourScale.over(Range.ofAll(Arrays.stream(chart.values())
                .map(row -> Arrays.stream(row).filter(Double::isFinite).toArray())
                .filter(row -> row.length > 0)));
        this.left = Style.MARGIN + 16 + (int) Math.ceil(Math.max(60, Style.widest(Style.LABEL, chart.rows())));
        this.cellWidth = Math.min(
                WIDEST_CELL,
                (Style.WIDTH - Style.MARGIN - BAR_ROOM - left) / chart.columns().size());
        this.top = heading.height() + 30;
        int free = Style.SLIDE_HEIGHT - Style.MARGIN - top;
        this.cellHeight =
                Math.min(TALLEST_CELL, Math.max(LOWEST_CELL, free / chart.rows().size()));
    }

    Picture picture() {
        int height = top + chart.rows().size() * cellHeight + Style.MARGIN;
        return new Picture(Style.WIDTH, Math.max(420, height), this::paint);
    }

    private void paint(Graphics2D g) {
        heading.paint(g);
        for (int column = 0; column < chart.columns().size(); column++) {
            double middle = left + (column + 0.5) * cellWidth;
            Style.middle(g, Style.LABEL, Style.INK, chart.columns().get(column), middle, top - 10);
        }
        for (int row = 0; row < chart.rows().size(); row++) {
            double middle = top + (row + 0.5) * cellHeight;
            Style.right(g, Style.LABEL, Style.INK, chart.rows().get(row), left - 12, middle + 7);
            for (int column = 0; column < chart.columns().size(); column++) {
                paintCell(g, row, column);
            }
        }
        chart.marks().forEach(mark -> paintFrame(g, mark));
        int barX = left + chart.columns().size() * cellWidth + 40;
        int height = Math.max(200, chart.rows().size() * cellHeight - 20);
        scale.paintBar(g, chart.valueLabel(), barX, top + 10, height);
        Style.left(g, Style.TICK, Style.SOFT, chart.valueLabel(), barX, top - 10);
    }

    private Rectangle cell(int row, int column) {
        return new Rectangle(left + column * cellWidth, top + row * cellHeight, cellWidth, cellHeight);
    }

    private void paintCell(Graphics2D g, int row, int column) {
        Rectangle cell = cell(row, column);
        double value = chart.values()[row][column];
        Color ground = Double.isFinite(value) ? scale.colour(value) : NONE;
        g.setColor(ground);
        g.fill(cell);
        g.setColor(Style.GRID);
        g.setStroke(Style.HAIR);
        g.draw(cell);
        Color ink = Palette.inkOn(ground);
        String word = chart.word(row, column);
        String number = Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "-";
        double middle = cell.getCenterY() + 7;
        Style.middle(g, Style.STRONG, ink, number, cell.getCenterX(), word.isEmpty() ? middle : middle - 8);
        if (!word.isEmpty()) {
            Style.middle(
                    g, Style.TICK, ink, Style.fit(Style.TICK, word, cellWidth - 8.0), cell.getCenterX(), middle + 11);
        }
    }

    private void paintFrame(Graphics2D g, Grid.Mark mark) {
        Rectangle cell = cell(mark.row(), mark.column());
        cell.grow(-2, -2);
        g.setColor(Palette.of(1));
        g.setStroke(new BasicStroke(4f));
        g.draw(cell);
    }
}
