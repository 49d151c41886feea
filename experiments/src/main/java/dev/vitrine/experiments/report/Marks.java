package dev.vitrine.experiments.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Curves and bars by XChart, inside a plot whose frame is painted elsewhere.
 *
 * <p>XChart writes all text as outlines, which nobody can search in an SVG, and every chart of it picks its own scale;
 * so it gets a bare rectangle and the axes' ends, and draws only what lies inside.
 */
final class Marks {

    private static final Color CLEAR = new Color(255, 255, 255, 0);
    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.TRIANGLE_DOWN);

    /** More points than this run into each other: no markers then. */
    static final int MARKED_POINTS = 40;

    /** More points than this are drawn as one path. */
    private static final int LONG = 120;

    private Marks() {}

    /** Curves in the order of the palette, thick enough for the last row of a classroom. */
    static void curves(Graphics2D g, Plot plot, List<Series> curves) {
        for (int i = 0; i < curves.size(); i++) {
            Series curve = curves.get(i);
            if (curve.x().length > LONG) {
                path(g, plot, curve, Palette.of(i), Style.curve(i));
            } else {
                curve(g, plot, curve, i);
            }
        }
    }

    private static void curve(Graphics2D g, Plot plot, Series curve, int index) {
        XYChart chart = xy(plot);
        XYSeries drawn = add(chart, curve, Palette.of(index));
        drawn.setLineStyle(Style.curve(index));
        if (curve.x().length <= MARKED_POINTS) {
            drawn.setMarker(MARKERS.get(index % MARKERS.size()));
            drawn.setMarkerColor(Palette.of(index));
        }
        paint(g, plot, chart);
    }

    /** A long curve as one path: XChart makes an element of each segment, and with them an SVG of megabytes. */
    private static void path(Graphics2D g, Plot plot, Series curve, Color colour, BasicStroke stroke) {
        Series thin = Thinning.thin(curve, plot.area().width);
        Path2D path = new Path2D.Double();
        path.moveTo(plot.px(thin.x()[0]), plot.py(thin.y()[0]));
        for (int i = 1; i < thin.x().length; i++) {
            path.lineTo(plot.px(thin.x()[i]), plot.py(thin.y()[i]));
        }
        g.setColor(colour);
        g.setStroke(curve.x().length > 4 * plot.area().width ? Style.FINE : stroke);
        g.draw(path);
    }

    /** A curve in a small panel. */
    static void fineCurve(Graphics2D g, Plot plot, Series curve, Color colour) {
        if (curve.x().length > LONG) {
            path(g, plot, curve, colour, Style.SOLID);
            return;
        }
        XYChart chart = xy(plot);
        add(chart, curve, colour).setLineStyle(Style.SOLID);
        paint(g, plot, chart);
    }

    /** A stem from zero to each value, with a dot on it. */
    static void stems(Graphics2D g, Plot plot, Series values, Color colour) {
        XYChart chart = xy(plot);
        for (int i = 0; i < values.x().length; i++) {
            double x = values.x()[i];
            double y = values.y()[i];
            add(chart, new Series("stem " + i, new double[] {x, x}, new double[] {0, y}), colour)
                    .setLineStyle(Style.CURVE);
        }
        XYSeries dots = add(chart, values, colour);
        dots.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        dots.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
        paint(g, plot, chart);
    }

    static void level(Graphics2D g, Plot plot, Level level) {
        XYChart chart = xy(plot);
        double[] ends = {plot.x().low(), plot.x().high()};
        add(chart, new Series(level.name(), ends, new double[] {level.y(), level.y()}), Style.SOFT)
                .setLineStyle(Style.DASHED);
        paint(g, plot, chart);
    }

    /** One group of bars per category. */
    static void bars(Graphics2D g, Plot plot, List<String> categories, List<BarChart.Bars> groups, double fill) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(plot.area().width)
                .height(plot.area().height)
                .build();
        bare(chart.getStyler(), plot);
        chart.getStyler().setAvailableSpaceFill(fill);
        chart.getStyler().setErrorBarsColor(Style.INK);
        for (int i = 0; i < groups.size(); i++) {
            BarChart.Bars bars = groups.get(i);
            CategorySeries drawn = bars.errors().length == 0
                    ? chart.addSeries(unique(i), categories, boxed(bars.values()))
                    : chart.addSeries(unique(i), categories, boxed(bars.values()), boxed(bars.errors()));
            drawn.setFillColor(Palette.of(i));
        }
        Rectangle area = plot.area();
        paint(g, area, inside -> chart.paint(inside, area.width, area.height));
    }

    /** XChart refuses two series of one name; its names are never seen here. */
    private static String unique(int index) {
        return "series " + index;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static XYChart xy(Plot plot) {
        XYChart chart = new XYChartBuilder()
                .width(plot.area().width)
                .height(plot.area().height)
                .build();
        bare(chart.getStyler(), plot);
        chart.getStyler().setXAxisMin(plot.x().low()).setXAxisMax(plot.x().high());
        return chart;
    }

    private static XYSeries add(XYChart chart, Series curve, Color colour) {
        XYSeries drawn = chart.addSeries(unique(chart.getSeriesCollection().size()), curve.x(), curve.y());
        drawn.setLineColor(colour);
        drawn.setMarker(SeriesMarkers.NONE);
        return drawn;
    }

    private static void bare(AxesChartStyler styler, Plot plot) {
        styler.setAxisTicksVisible(false)
                .setAxisTitlesVisible(false)
                .setAxisTicksLineVisible(false)
                .setAxisTicksMarksVisible(false)
                .setAxisTickMarkLength(0)
                .setAxisTickPadding(0)
                .setAxisTitlePadding(0)
                .setPlotTicksMarksVisible(false)
                .setPlotGridLinesVisible(false)
                .setPlotMargin(0)
                .setYAxisMin(plot.y().low())
                .setYAxisMax(plot.y().high());
        bareFrame(styler);
    }

    private static void bareFrame(Styler styler) {
        styler.setChartTitleVisible(false)
                .setLegendVisible(false)
                .setPlotBorderVisible(false)
                .setChartPadding(0)
                .setPlotContentSize(1)
                .setMarkerSize(9)
                .setLocale(Locale.ROOT)
                .setPlotBackgroundColor(CLEAR)
                .setChartBackgroundColor(CLEAR);
    }

    private static void paint(Graphics2D g, Plot plot, XYChart chart) {
        Rectangle area = plot.area();
        paint(g, area, inside -> chart.paint(inside, area.width, area.height));
    }

    private static void paint(Graphics2D g, Rectangle area, Picture.Drawing drawing) {
        Graphics2D inside = (Graphics2D) g.create();
        inside.translate(area.x, area.y);
        drawing.paint(inside);
        inside.dispose();
    }
}
