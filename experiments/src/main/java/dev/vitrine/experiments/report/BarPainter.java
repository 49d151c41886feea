package dev.vitrine.experiments.report;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Paints a {@link BarChart}; the value axis always holds zero, for a bar that starts elsewhere lies. */
final class BarPainter {

    private final BarChart chart;
    private final Heading heading;
    private final Plot plot;

    BarPainter(BarChart chart) {
        this.chart = chart;
        List<String> names = chart.groups().stream().map(BarChart.Bars::name).toList();
        this.heading = new Heading(chart.title(), chart.valueLabel(), names.size() > 1 ? names : List.of());
        this.plot = plot();
    }

    Picture picture() {
        return new Picture(Style.WIDTH, Style.SLIDE_HEIGHT, this::paint);
    }

    private Plot plot() {
        Axis x = new Axis(chart.categoryLabel(), 0, chart.categories().size(), 1);
        Axis y = Axis.round(chart.valueLabel(), valueRange(), 8);
        int top = heading.height();
        int left = Style.MARGIN + (int) new Plot(new Rectangle(), x, y).yTickWidth();
        int bottom = Style.SLIDE_HEIGHT - Style.MARGIN - Plot.TICK_ROOM - 26;
        return new Plot(new Rectangle(left, top, Style.WIDTH - Style.MARGIN - left, bottom - top), x, y);
    }

    /** With room beyond the ends of bars that carry their number. */
    private Range valueRange() {
        Range range =
                Range.ofAll(chart.groups().stream().flatMap(BarPainter::ends)).with(0);
        double room = chart.groups().size() == 1 ? 0.06 * range.length() : 0;
        return new Range(range.low() < 0 ? range.low() - room : 0, range.high() > 0 ? range.high() + room : 0);
    }

    private static Stream<double[]> ends(BarChart.Bars bars) {
        double[] low = bars.values().clone();
        double[] high = bars.values().clone();
        for (int i = 0; i < bars.errors().length; i++) {
            low[i] -= bars.errors()[i];
            high[i] += bars.errors()[i];
        }
        return Stream.of(low, high);
    }

    private void paint(Graphics2D g) {
        heading.paint(g);
        plot.grid(g);
        plot.yTicks(g);
        Marks.bars(g, plot, chart.categories(), chart.groups(), 0.72);
        if (chart.groups().size() == 1) {
            paintValues(g, chart.groups().get(0));
        }
        paintCategories(g);
    }

    /** Where there is one bar per category there is room to write its number. */
    private void paintValues(Graphics2D g, BarChart.Bars bars) {
        double slot = plot.area().width / (double) bars.values().length;
        List<String> texts =
                Arrays.stream(bars.values()).mapToObj(BarPainter::shortNumber).toList();
        if (Style.widest(Style.TICK, texts) > slot) {
            return;
        }
        for (int i = 0; i < bars.values().length; i++) {
            double value = bars.values()[i];
            double error = bars.errors().length == 0 ? 0 : Math.abs(bars.errors()[i]);
            double y = value < 0 ? plot.py(value - error) + 21 : plot.py(value + error) - 7;
            Style.middle(g, Style.TICK, Style.INK, texts.get(i), plot.px(i + 0.5), y);
        }
    }

    private static String shortNumber(double value) {
        return Axis.minus(Numbers.threeDigits(value));
    }

    private void paintCategories(Graphics2D g) {
        Rectangle area = plot.area();
        double slot = area.width / (double) chart.categories().size();
        int every = (int) Math.ceil((Style.widest(Style.TICK, List.of("00")) + 6) / slot);
        for (int i = 0; i < chart.categories().size(); i += every) {
            String text = Style.fit(Style.TICK, chart.categories().get(i), slot * every - 4);
            Style.middle(g, Style.TICK, Style.SOFT, text, plot.px(i + 0.5), area.getMaxY() + 24);
        }
        double labelLine = area.getMaxY() + Plot.TICK_ROOM + 24;
        Style.middle(g, Style.LABEL, Style.SOFT, chart.categoryLabel(), area.getCenterX(), labelLine);
    }
}
