package dev.vitrine.experiments.report;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;

/**
 * A rectangle with two axes: where a value lies in it, its grid and its tick labels.
 *
 * @param area in pixels
 */
record Plot(Rectangle area, Axis x, Axis y) {

    private static final int TICK_LENGTH = 6;

    /** A label may reach so far to the right of the area, and no further: the next panel is near. */
    private static final int OVERHANG = 8;

    /** Room below the area for tick labels. */
    static final int TICK_ROOM = 30;

    double px(double value) {
        return area.x + x.share(value) * area.width;
    }

    double py(double value) {
        return area.y + (1 - y.share(value)) * area.height;
    }

    void grid(Graphics2D g) {
        g.setStroke(Style.HAIR);
        g.setColor(Style.GRID);
        for (double tick : y.ticks()) {
            horizontal(g, py(tick));
        }
        g.setColor(Style.AXIS);
        if (y.low() <= 0 && y.high() >= 0) {
            horizontal(g, py(0));
        }
        horizontal(g, area.y + area.height);
    }

    private void horizontal(Graphics2D g, double at) {
        g.draw(new Line2D.Double(area.x, at, area.x + area.width, at));
    }

    void yTicks(Graphics2D g) {
        for (double tick : y.ticks()) {
            Style.right(g, Style.TICK, Style.SOFT, y.text(tick), area.x - 9, py(tick) + 6);
        }
    }

    double yTickWidth() {
        double widest = 0;
        for (double tick : y.ticks()) {
            widest = Math.max(widest, Style.width(Style.TICK, y.text(tick)));
        }
        return widest + 10;
    }

    void xTicks(Graphics2D g) {
        double bottom = area.y + area.height;
        for (double tick : x.ticks()) {
            g.setStroke(Style.HAIR);
            g.setColor(Style.AXIS);
            g.draw(new Line2D.Double(px(tick), bottom, px(tick), bottom + TICK_LENGTH));
            String text = x.text(tick);
            double half = Style.width(Style.TICK, text) / 2;
            double middle = Math.min(px(tick), area.getMaxX() + OVERHANG - half);
            Style.middle(g, Style.TICK, Style.SOFT, text, middle, bottom + TICK_LENGTH + 18);
        }
    }
}
