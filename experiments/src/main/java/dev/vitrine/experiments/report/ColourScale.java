package dev.vitrine.experiments.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;

/**
 * Which value has which colour.
 *
 * @param map the colours
 * @param range the values at its two ends
 */
record ColourScale(ColourMap map, Range range) {

    private static final int BAR_WIDTH = 22;

    /** Symmetric around zero where both signs occur. */
    static ColourScale over(Range range) {
        if (range.low() < 0 && range.high() > 0) {
            double end = Math.max(-range.low(), range.high());
            return new ColourScale(ColourMap.DIVERGING, new Range(-end, end));
        }
        return new ColourScale(ColourMap.SEQUENTIAL, range.opened());
    }

    Color colour(double value) {
        return map.at((value - range.low()) / range.length());
    }

    /** A bar of all colours with ticks, {@code label} above it. */
    void paintBar(Graphics2D g, String label, int x, int y, int height) {
        Axis axis = Axis.tight(label, range, 5);
        Plot plot = new Plot(new Rectangle(x, y, BAR_WIDTH, height), axis, axis);
        for (int row = 0; row < height; row++) {
            g.setColor(map.at(1 - row / (height - 1.0)));
            g.fillRect(x, y + row, BAR_WIDTH, 1);
        }
        g.setStroke(Style.HAIR);
        g.setColor(Style.AXIS);
        g.draw(plot.area());
        for (double tick : axis.ticks()) {
            double at = plot.py(tick);
            g.setColor(Style.AXIS);
            g.draw(new Line2D.Double(x + BAR_WIDTH, at, x + BAR_WIDTH + 5.0, at));
            Style.left(g, Style.TICK, Style.SOFT, axis.text(tick), x + BAR_WIDTH + 9.0, at + 6);
        }
    }
}
