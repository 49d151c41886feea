package dev.vitrine.experiments.report;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Paints a {@link LineChart}; every curve and level carries its name at its right end. */
final class LinePainter {

    private final LineChart chart;
    private final List<Series> curves;
    private final Heading heading;
    private final EndLabels labels;
    private final Plot plot;

    LinePainter(LineChart chart) {
        this.chart = chart;
        this.curves = chart.series().stream().map(chart.xScale()::of).toList();
        this.heading = new Heading(chart.title(), chart.yLabel());
        this.labels = EndLabels.of(chart);
        this.plot = plot();
    }

    Picture picture() {
        return new Picture(Style.WIDTH, Style.SLIDE_HEIGHT, this::paint);
    }

    private Plot plot() {
        Axis linear = xAxis(chart.xLabel(), curves);
        Axis x = chart.xScale() == Scale.LOGARITHMIC ? linear.powersOfTen() : linear;
        Axis y = Axis.round(chart.yLabel(), yRange(), 6);
        int top = heading.height();
        int bottom = Style.SLIDE_HEIGHT - Style.MARGIN - Plot.TICK_ROOM - 26;
        int left = Style.MARGIN + (int) new Plot(new Rectangle(), x, y).yTickWidth();
        int right = Style.WIDTH - Style.MARGIN - labels.width();
        return new Plot(new Rectangle(left, top, right - left, bottom - top), x, y);
    }

    static Axis xAxis(String label, List<Series> series) {
        Range range = Range.ofAll(series.stream().map(Series::x));
        boolean marked = series.stream().anyMatch(s -> s.x().length <= Marks.MARKED_POINTS);
        Axis x = Axis.tight(label, marked ? range.withAir() : range, 10);
        return series.stream().flatMapToDouble(s -> Arrays.stream(s.x())).allMatch(v -> v == Math.rint(v))
                ? x.whole()
                : x;
    }

    private Range yRange() {
        Stream<double[]> curves = chart.series().stream().map(Series::y);
        Stream<double[]> levels = chart.levels().stream().map(level -> new double[] {level.y()});
        return Range.ofAll(Stream.concat(curves, levels));
    }

    private void paint(Graphics2D g) {
        heading.paint(g);
        plot.grid(g);
        plot.yTicks(g);
        plot.xTicks(g);
        Rectangle area = plot.area();
        double labelLine = area.y + area.height + Plot.TICK_ROOM + 24;
        Style.middle(g, Style.LABEL, Style.SOFT, chart.xLabel(), area.getCenterX(), labelLine);
        chart.levels().forEach(level -> Marks.level(g, plot, level));
        Marks.curves(g, plot, curves);
        labels.paint(g, plot);
    }
}
