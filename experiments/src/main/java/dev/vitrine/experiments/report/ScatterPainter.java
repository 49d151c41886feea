package dev.vitrine.experiments.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Paints a {@link Scatter}, with a legend on its right. */
final class ScatterPainter {
    private static final double SIZE = 6.5;
    private static final int SHAPES = 5;
    private static final int LEGEND_LINE = 30;
    private static final int LEGEND_GAP = 24;
    private static final int WIDEST_NAME = 240;

    private final Scatter chart;
    private final Heading heading;
    private final Plot plot;

    ScatterPainter(Scatter chart) {
        this.chart = chart;
        this.heading = new Heading(chart.title(), chart.yLabel());
        this.plot = plot();
    }

    Picture picture() {
        int legend = heading.height() + chart.groups().size() * LEGEND_LINE + Style.MARGIN;
        return new Picture(Style.WIDTH, Math.max(Style.SLIDE_HEIGHT, legend), this::paint);
    }

    private Plot plot() {
        Axis x = Axis.round(chart.xLabel(), Range.ofAll(chart.groups().stream().map(Scatter.Group::x)), 8);
        Axis y = Axis.round(chart.yLabel(), Range.ofAll(chart.groups().stream().map(Scatter.Group::y)), 6);
        int left = Style.MARGIN + (int) new Plot(new Rectangle(), x, y).yTickWidth();
        int right = Style.WIDTH - Style.MARGIN - legendWidth();
        int bottom = Style.SLIDE_HEIGHT - Style.MARGIN - Plot.TICK_ROOM - 26;
        return new Plot(new Rectangle(left, heading.height(), right - left, bottom - heading.height()), x, y);
    }

    private int legendWidth() {
        double widest = Style.widest(
                Style.LABEL, chart.groups().stream().map(Scatter.Group::name).toList());
        return LEGEND_GAP + 2 * LEGEND_GAP + (int) Math.min(WIDEST_NAME, widest);
    }

    private void paint(Graphics2D g) {
        heading.paint(g);
        plot.grid(g);
        plot.yTicks(g);
        plot.xTicks(g);
        Rectangle area = plot.area();
        double labelLine = area.y + area.height + Plot.TICK_ROOM + 24;
        Style.middle(g, Style.LABEL, Style.SOFT, chart.xLabel(), area.getCenterX(), labelLine);
        for (int i = 0; i < chart.groups().size(); i++) {
            Scatter.Group group = chart.groups().get(i);
            for (int p = 0; p < group.x().length; p++) {
                mark(g, i, plot.px(group.x()[p]), plot.py(group.y()[p]));
            }
            double line = area.y + (i + 0.5) * LEGEND_LINE;
            mark(g, i, area.getMaxX() + 1.5 * LEGEND_GAP, line);
            String name = Style.fit(Style.LABEL, group.name(), WIDEST_NAME);
            Style.left(g, Style.LABEL, Style.INK, name, area.getMaxX() + 2.2 * LEGEND_GAP, line + 7);
        }
    }

    /** Filled, with a white edge that parts marks which lie on one another. */
    private static void mark(Graphics2D g, int index, double x, double y) {
        Shape shape = shape(index % SHAPES, x, y);
        g.setColor(Palette.of(index));
        g.fill(shape);
        g.setStroke(Style.HAIR);
        g.setColor(Color.WHITE);
        g.draw(shape);
    }

    private static Shape shape(int kind, double x, double y) {
        return switch (kind) {
            case 0 -> new Ellipse2D.Double(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
            case 1 -> new Rectangle2D.Double(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
            case 2 -> polygon(x, y, 0, -1.35, 1.35, 0, 0, 1.35, -1.35, 0);
            case 3 -> polygon(x, y, 0, -1.2, 1.2, 1, -1.2, 1);
            default -> polygon(x, y, 0, 1.2, 1.2, -1, -1.2, -1);
        };
    }

    private static Shape polygon(double x, double y, double... corners) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners.length; i += 2) {
            double cx = x + SIZE * corners[i];
            double cy = y + SIZE * corners[i + 1];
            if (i == 0) {
                path.moveTo(cx, cy);
            } else {
                path.lineTo(cx, cy);
            }
        }
        path.closePath();
        return path;
    }
}
