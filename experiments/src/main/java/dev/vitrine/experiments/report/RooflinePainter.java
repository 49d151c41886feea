package dev.vitrine.experiments.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Paints a {@link Roofline}. Positions are exponents of ten. */
final class RooflinePainter {

    private static final double SMALLEST = 9;
    private static final double LARGEST = 26;
    private static final int LABEL_ROOM = 190;

    private final Roofline chart;
    private final List<String> groups;
    private final double longest;
    private final Heading heading;
    private final Plot plot;

    RooflinePainter(Roofline chart) {
        this.chart = chart;
        this.groups = chart.dots().stream().map(Roofline.Dot::group).distinct().toList();
        this.longest = chart.dots().stream()
                .mapToDouble(Roofline.Dot::milliseconds)
                .max()
                .orElse(1);
        this.heading = new Heading(chart.title(), "GFLOP/s; larger marks take longer", groups);
        this.plot = plot();
    }

    Picture picture() {
        return new Picture(Style.WIDTH, Style.SLIDE_HEIGHT, this::paint);
    }

    private Plot plot() {
        DoubleStream ridges = chart.slopes().stream().mapToDouble(slope -> chart.peak() / slope.gigabytes());
        Range x = exponents(DoubleStream.concat(
                ridges.map(ridge -> ridge * 2), chart.dots().stream().mapToDouble(Roofline.Dot::intensity)));
        Range y = exponents(DoubleStream.concat(
                DoubleStream.of(chart.peak() * 1.5), chart.dots().stream().mapToDouble(Roofline.Dot::gigaflops)));
        Axis xAxis = new Axis("operations for each byte", x.low(), x.high(), 1).powersOfTen();
        Axis yAxis = new Axis("GFLOP/s", y.low(), y.high(), 1).powersOfTen();
        int top = heading.height();
        int bottom = Style.SLIDE_HEIGHT - Style.MARGIN - Plot.TICK_ROOM - 26;
        int left = Style.MARGIN + (int) new Plot(new Rectangle(), xAxis, yAxis).yTickWidth();
        return new Plot(
                new Rectangle(left, top, Style.WIDTH - Style.MARGIN - LABEL_ROOM - left, bottom - top), xAxis, yAxis);
    }

    /** The whole powers of ten around some values. */
    private static Range exponents(DoubleStream values) {
        double[] logs = values.map(Math::log10).toArray();
        Range range = Range.of(logs);
        return new Range(Math.floor(range.low() - 0.05), Math.ceil(range.high()));
    }

    private void paint(Graphics2D g) {
        heading.paint(g);
        plot.grid(g);
        plot.yTicks(g);
        plot.xTicks(g);
        Rectangle area = plot.area();
        double labelLine = area.y + area.height + Plot.TICK_ROOM + 24;
        Style.middle(g, Style.LABEL, Style.SOFT, plot.x().label(), area.getCenterX(), labelLine);
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(area);
        chart.slopes().forEach(slope -> slope(inside, slope));
        inside.dispose();
        peak(g);
        chart.dots().stream()
                .sorted(Comparator.comparingDouble(Roofline.Dot::milliseconds).reversed())
                .forEach(dot -> dot(g, dot));
    }

    private void peak(Graphics2D g) {
        double y = plot.py(Math.log10(chart.peak()));
        double ridge = chart.slopes().stream()
                .mapToDouble(slope -> Math.log10(chart.peak() / slope.gigabytes()))
                .min()
                .orElse(plot.x().low());
        g.setColor(Style.SOFT);
        g.setStroke(Style.CURVE);
        g.draw(new Line2D.Double(
                plot.px(Math.max(ridge, plot.x().low())), y, plot.area().getMaxX(), y));
        name(g, String.format(Locale.ROOT, "%,.0f GFLOP/s", chart.peak()), y);
    }

    private void name(Graphics2D g, String text, double y) {
        Style.left(g, Style.LABEL, Style.INK, text, plot.area().getMaxX() + 10, y + 6);
    }

    /** Up to the peak: bytes a second times operations for each byte. */
    private void slope(Graphics2D g, Roofline.Slope slope) {
        double ridge = Math.log10(chart.peak() / slope.gigabytes());
        double low = plot.x().low();
        Path2D line = new Path2D.Double();
        line.moveTo(plot.px(low), plot.py(low + Math.log10(slope.gigabytes())));
        line.lineTo(plot.px(ridge), plot.py(Math.log10(chart.peak())));
        g.setColor(Style.SOFT);
        g.setStroke(Style.DASHED);
        g.draw(line);
        label(g, slope, low, ridge);
    }

    /** Along its slope, a third of the way up. */
    private void label(Graphics2D g, Roofline.Slope slope, double low, double ridge) {
        double at = low + 0.33 * (ridge - low);
        Graphics2D turned = (Graphics2D) g.create();
        turned.translate(plot.px(at), plot.py(at + Math.log10(slope.gigabytes())));
        turned.rotate(Math.atan2(plot.py(1) - plot.py(0), plot.px(1) - plot.px(0)));
        String text = String.format(Locale.ROOT, "%,.0f GB/s %s", slope.gigabytes(), slope.name());
        Style.left(turned, Style.LABEL, Style.INK, text, 0, -8);
        turned.dispose();
    }

    private void dot(Graphics2D g, Roofline.Dot dot) {
        double size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(dot.milliseconds() / longest);
        double x = plot.px(Math.log10(dot.intensity())) - size / 2;
        double y = plot.py(Math.log10(dot.gigaflops())) - size / 2;
        int group = groups.indexOf(dot.group());
        Shape shape =
                group % 2 == 0 ? new Ellipse2D.Double(x, y, size, size) : new Rectangle2D.Double(x, y, size, size);
        g.setColor(Palette.of(group));
        g.fill(shape);
        g.setColor(Color.WHITE);
        g.setStroke(Style.HAIR);
        g.draw(shape);
    }
}
