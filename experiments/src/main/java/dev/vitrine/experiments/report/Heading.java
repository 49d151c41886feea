package dev.vitrine.experiments.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

/**
 * The lines above a chart: its title, and under it what the heights mean and which colour is what.
 *
 * @param title wrapped to the picture's width
 * @param note the y axis with its unit; upright text there is read by nobody
 * @param legend names in the order of the palette; empty where the chart needs none
 */
record Heading(String title, String note, List<String> legend) {

    private static final int TITLE_LINE = 35;
    private static final int NOTE_LINE = 34;
    private static final int SWATCH = 18;

    Heading(String title, String note) {
        this(title, note, List.of());
    }

    int height() {
        return Style.MARGIN + TITLE_LINE * lines().size() + NOTE_LINE * (legendBelow() ? 2 : 1);
    }

    private List<String> lines() {
        return Style.wrap(Style.TITLE, title, Style.WIDTH - 2.0 * Style.MARGIN);
    }

    private double legendWidth() {
        return legend.stream().mapToDouble(Heading::entryWidth).sum();
    }

    private boolean legendBelow() {
        double note = Style.width(Style.LABEL, this.note);
        return !legend.isEmpty() && note + legendWidth() + 40 > Style.WIDTH - 2 * Style.MARGIN;
    }

    private static double entryWidth(String name) {
        return SWATCH + 8 + Style.width(Style.LABEL, name) + 26;
    }

    void paint(Graphics2D g) {
        int y = Style.MARGIN - 5;
        for (String line : lines()) {
            y += TITLE_LINE;
            Style.left(g, Style.TITLE, Style.INK, line, Style.MARGIN, y - 8);
        }
        y += NOTE_LINE;
        Style.left(g, Style.LABEL, Style.SOFT, note, Style.MARGIN, y - 12);
        double x = Style.WIDTH - Style.MARGIN - legendWidth() + 26;
        if (legendBelow()) {
            y += NOTE_LINE;
            x = Style.MARGIN;
        }
        for (int i = 0; i < legend.size(); i++) {
            swatch(g, Palette.of(i), x, y - 27);
            Style.left(g, Style.LABEL, Style.INK, legend.get(i), x + SWATCH + 8, y - 12);
            x += entryWidth(legend.get(i));
        }
    }

    private static void swatch(Graphics2D g, Color colour, double x, double y) {
        g.setColor(colour);
        g.fill(new Rectangle((int) x, (int) y, SWATCH, SWATCH));
    }
}
