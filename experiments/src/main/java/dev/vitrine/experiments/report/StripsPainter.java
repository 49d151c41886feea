package dev.vitrine.experiments.report;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** Paints {@link Strips}: the first is twice as high as the others. */
final class StripsPainter {
    private static final int NAME_ROOM = 34;
    private static final int BELOW = Style.MARGIN + Plot.TICK_ROOM + 26;

    private final Strips chart;
    private final Heading heading;
    private final List<Plot> plots = new ArrayList<>();

    StripsPainter(Strips chart) {
        this.chart = chart;
        this.heading = new Heading(chart.title(), "");
        int count = chart.strips().size();
        int unit = (Style.SLIDE_HEIGHT - heading.height() - BELOW - count * NAME_ROOM) / (count + 1);
        Axis x = Axis.tight(chart.xLabel(), Range.ofAll(chart.strips().stream().map(Strips.Strip::x)), 10);
        int left = Style.MARGIN;
        List<Axis> scales = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Strips.Strip strip = chart.strips().get(i);
            Axis y = Axis.round(strip.label(), Range.of(strip.y()).with(0), i == 0 ? 5 : 3);
            scales.add(y);
            left = Math.max(left, Style.MARGIN + (int) new Plot(new Rectangle(), x, y).yTickWidth());
        }
        int top = heading.height() - 16;
        for (int i = 0; i < count; i++) {
            int height = i == 0 ? 2 * unit : unit;
            top += NAME_ROOM;
            plots.add(new Plot(new Rectangle(left, top, Style.WIDTH - Style.MARGIN - left, height), x, scales.get(i)));
            top += height;
        }
    }

    Picture picture() {
        return new Picture(Style.WIDTH, Style.SLIDE_HEIGHT, this::paint);
    }

    private void paint(Graphics2D g) {
        heading.paint(g);
        for (int i = 0; i < plots.size(); i++) {
            Plot plot = plots.get(i);
            Strips.Strip strip = chart.strips().get(i);
            plot.grid(g);
            plot.yTicks(g);
            Style.left(g, Style.LABEL, Style.SOFT, strip.label(), plot.area().x, plot.area().y - 8.0);
            Marks.fineCurve(g, plot, new Series(strip.label(), strip.x(), strip.y()), Palette.of(i));
        }
        Plot last = plots.get(plots.size() - 1);
        last.xTicks(g);
        Rectangle area = last.area();
        Style.middle(
                g, Style.LABEL, Style.SOFT, chart.xLabel(), area.getCenterX(), area.getMaxY() + Plot.TICK_ROOM + 24);
    }
}
