package dev.vitrine.experiments.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Paints a {@link ConfusionMatrix}; the diagonal is framed, for that is where one wants to be. */
final class ConfusionPainter {

    private static final int BAR_ROOM = 150;
    private static final int WIDEST_CELL = 340;
    private static final int TALLEST_CELL = 170;

    /** Names wider than a column lean by 35 degrees. */
    private static final double SLANT = Math.toRadians(35);

    private final ConfusionMatrix chart;
    private final Heading heading;
    private final int n;
    private final int left;
    private final int top;
    private final int cellWidth;
    private final double slant;
    private final int cellHeight;

    ConfusionPainter(ConfusionMatrix chart) {
        this.chart = chart;
        this.heading = new Heading(chart.title(), "\u2193 true class (how many)   \u2192 predicted class");
        this.n = chart.classes().size();
        this.left = Style.MARGIN + 16 + (int) Math.ceil(Math.min(260, Style.widest(Style.LABEL, rowNames())));
        this.cellWidth = Math.min(WIDEST_CELL, (Style.WIDTH - Style.MARGIN - BAR_ROOM - left) / n);
        double widest = Style.widest(Style.LABEL, chart.classes());
        this.slant = widest > cellWidth - 6 ? SLANT : 0;
        this.top = heading.height() + 30 + (int) (Math.sin(slant) * Math.min(260, widest));
        int free = Style.SLIDE_HEIGHT - Style.MARGIN - top;
        this.cellHeight = Math.min(Math.min(cellWidth, TALLEST_CELL), Math.max(46, free / n));
    }

    private List<String> rowNames() {
        return IntStream.range(0, n)
                .mapToObj(i ->
                        String.format(Locale.ROOT, "%s (%,d)", chart.classes().get(i), chart.total(i)))
                .toList();
    }

    Picture picture() {
        return new Picture(Style.WIDTH, Math.max(420, top + n * cellHeight + Style.MARGIN), this::paint);
    }

    private void paint(Graphics2D g) {
        heading.paint(g);
        for (int i = 0; i < n; i++) {
            paintColumnName(g, i);
            String row = Style.fit(Style.LABEL, rowNames().get(i), 260);
            Style.right(g, Style.LABEL, Style.INK, row, left - 12, top + (i + 0.5) * cellHeight + 7);
        }
        for (int truth = 0; truth < n; truth++) {
            for (int guess = 0; guess < n; guess++) {
                paintCell(g, truth, guess);
            }
        }
        paintDiagonal(g);
        ColourScale scale = new ColourScale(ColourMap.SHARE, new Range(0, 100));
        int barX = left + n * cellWidth + 40;
        scale.paintBar(g, "share of row (%)", barX, top, Math.max(200, n * cellHeight));
        Style.left(g, Style.TICK, Style.SOFT, "% of row", barX, top - 10);
    }

    private void paintColumnName(Graphics2D g, int index) {
        double middle = left + (index + 0.5) * cellWidth;
        if (slant == 0) {
            Style.middle(g, Style.LABEL, Style.INK, chart.classes().get(index), middle, top - 10);
            return;
        }
        Graphics2D leaning = (Graphics2D) g.create();
        leaning.rotate(-slant, middle, top - 8);
        Style.left(
                leaning,
                Style.LABEL,
                Style.INK,
                Style.fit(Style.LABEL, chart.classes().get(index), 260),
                middle,
                top - 8);
        leaning.dispose();
    }

    private Rectangle cell(int truth, int guess) {
        return new Rectangle(left + guess * cellWidth, top + truth * cellHeight, cellWidth, cellHeight);
    }

    private void paintCell(Graphics2D g, int truth, int guess) {
        Rectangle cell = cell(truth, guess);
        Color ground = ColourMap.SHARE.at(chart.share(truth, guess));
        g.setColor(ground);
        g.fill(cell);
        g.setColor(Style.GRID);
        g.setStroke(Style.HAIR);
        g.draw(cell);
        String count = String.format(Locale.ROOT, "%,d", chart.counts()[truth][guess]);
        String percent =
                chart.total(truth) == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * chart.share(truth, guess));
        Color ink = Palette.inkOn(ground);
        Font big = cellHeight > 100 ? Style.TITLE.deriveFont(40f) : Style.STRONG;
        if (Style.width(big, count) > cellWidth) {
            return;
        }
        if (percent.isEmpty() || cellHeight < 44 || Style.width(Style.TICK, percent) > cellWidth) {
            Style.middle(g, big, ink, count, cell.getCenterX(), cell.getCenterY() + 7);
            return;
        }
        Style.middle(g, big, ink, count, cell.getCenterX(), cell.getCenterY() + (cellHeight > 100 ? 2 : -2));
        double line = cell.getCenterY() + (cellHeight > 100 ? 36 : 18);
        Style.middle(g, cellHeight > 100 ? Style.LABEL : Style.TICK, ink, percent, cell.getCenterX(), line);
    }

    private void paintDiagonal(Graphics2D g) {
        g.setColor(Style.INK);
        g.setStroke(new BasicStroke(2.5f));
        for (int i = 0; i < n; i++) {
            g.draw(cell(i, i));
        }
    }
}
