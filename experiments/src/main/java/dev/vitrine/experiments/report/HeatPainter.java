package dev.vitrine.experiments.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Paints a {@link HeatMap}; the matrix is one image, as a rectangle for each value would make an SVG of megabytes. */
final class HeatPainter {
    private static final int BAR_ROOM = 130;
    private static final int BELOW = Style.MARGIN + Plot.TICK_ROOM + 26;
    private static final BasicStroke HALO = new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final List<Color> INKS = List.of(new Color(0xFFFFFF), new Color(0xFFB000), new Color(0xFF6FB5));

    private final HeatMap chart;
    private final Heading heading;
    private final ColourScale scale;
    private final Plot plot;

    HeatPainter(HeatMap chart) {
        this.chart = chart;
        this.heading = new Heading(chart.title(), chart.rows().label());
        this.scale = ColourScale.over(Range.ofAll(Arrays.stream(chart.values())));
        Axis x = new Axis(
                chart.xLabel(),
                0,
                chart.xEnd(),
                Axis.tight("", new Range(0, chart.xEnd()), 10).step());
        Axis unit = new Axis(chart.rows().label(), 0, 1, 1);
        double ticks = Style.widest(
                Style.TICK,
                chart.rows().ticks().stream().map(HeatMap.Tick::text).toList());
        int left = Style.MARGIN + (int) ticks + 14;
        int right = Style.WIDTH - Style.MARGIN - BAR_ROOM;
        int top = heading.height();
        Rectangle area = new Rectangle(left, top, right - left, Style.SLIDE_HEIGHT - BELOW - top);
        this.plot = new Plot(area, x, unit);
    }

    Picture picture() {
        return new Picture(Style.WIDTH, Style.SLIDE_HEIGHT, this::paint);
    }

    private void paint(Graphics2D g) {
        heading.paint(g);
        Rectangle area = plot.area();
        g.drawImage(image(), area.x, area.y, area.width, area.height, null);
        g.setStroke(Style.HAIR);
        g.setColor(Style.AXIS);
        g.draw(area);
        plot.xTicks(g);
        for (HeatMap.Tick tick : chart.rows().ticks()) {
            double y = plot.py(chart.rows().share(tick.at())) + 6;
            Style.right(g, Style.TICK, Style.SOFT, tick.text(), area.x - 9, y);
        }
        Style.middle(
                g, Style.LABEL, Style.SOFT, chart.xLabel(), area.getCenterX(), area.getMaxY() + Plot.TICK_ROOM + 24);
        for (int i = 0; i < chart.curves().size(); i++) {
            paintCurve(g, chart.curves().get(i), INKS.get(i % INKS.size()));
        }
        scale.paintBar(g, chart.valueLabel(), (int) area.getMaxX() + 24, area.y + 24, Math.min(420, area.height - 24));
        Style.left(g, Style.TICK, Style.SOFT, chart.valueLabel(), area.getMaxX() + 24, area.y + 12);
        paintNames(g);
    }

    private BufferedImage image() {
        double[][] values = chart.values();
        BufferedImage image = new BufferedImage(values[0].length, values.length, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                Color colour = scale.colour(values[row][column]);
                image.setRGB(column, values.length - 1 - row, colour.getRGB());
            }
        }
        return image;
    }

    private void paintCurve(Graphics2D g, Series curve, Color ink) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < curve.x().length; i++) {
            double x = plot.px(Math.min(chart.xEnd(), curve.x()[i]));
            double y = plot.py(chart.rows().share(curve.y()[i]));
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        g.setColor(new Color(0, 0, 0, 140));
        g.setStroke(HALO);
        g.draw(path);
        g.setColor(ink);
        g.setStroke(Style.CURVE);
        g.draw(path);
    }

    /** The names stand in the image's upper right corner, each in the ink of its curve. */
    private void paintNames(Graphics2D g) {
        List<String> names = chart.curves().stream().map(Series::name).collect(Collectors.toList());
        if (names.isEmpty()) {
            return;
        }
        double width = Style.widest(Style.STRONG, names) + 24;
        double x = plot.area().getMaxX() - width - 10;
        int y = plot.area().y + 10;
        g.setColor(new Color(0, 0, 0, 170));
        g.fill(new Rectangle((int) x, y, (int) width, 27 * names.size() + 8));
        for (int i = 0; i < names.size(); i++) {
            Style.left(g, Style.STRONG, INKS.get(i % INKS.size()), names.get(i), x + 12, y + 24.0 + 27 * i);
        }
    }
}
