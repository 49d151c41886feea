package dev.vitrine.experiments.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Stream;

/** Paints {@link SmallMultiples}. */
final class MultiplesPainter {

    private final SmallMultiples chart;
    private final List<String> groups;
    private final PanelFrame frame;

    MultiplesPainter(SmallMultiples chart) {
        this.chart = chart;
        this.groups = chart.panels().stream()
                .map(SmallMultiples.Panel::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
        this.frame = frame();
    }

    Picture picture() {
        return new Picture(Style.WIDTH, frame.height(), this::paint);
    }

    Plot plot(int index) {
        return frame.plot(index);
    }

    private PanelFrame frame() {
        Heading heading = new Heading(chart.title(), chart.yLabel(), groups);
        List<String> names =
                chart.panels().stream().map(SmallMultiples.Panel::name).toList();
        return new PanelFrame(heading, xAxis(), yAxis(), chart.columns(), names);
    }

    private Axis xAxis() {
        Range range = Range.ofAll(chart.panels().stream().map(SmallMultiples.Panel::x));
        int ticks = PanelFrame.xTicks(chart.columns(), chart.panels().size());
        return chart.mark() == SmallMultiples.Mark.STEM
                ? Axis.tight(chart.xLabel(), new Range(range.low() - 0.5, range.high() + 0.5), ticks)
                        .whole()
                : Axis.tight(chart.xLabel(), range, ticks);
    }

    private Axis yAxis() {
        Stream<double[]> values = chart.panels().stream().map(SmallMultiples.Panel::y);
        Range range = Range.ofAll(values).with(0);
        return Axis.round(
                chart.yLabel(),
                range,
                PanelFrame.yTicks(chart.columns(), chart.panels().size()));
    }

    private void paint(Graphics2D g) {
        frame.paint(g);
        for (int i = 0; i < chart.panels().size(); i++) {
            paintValues(g, i);
        }
    }

    private void paintValues(Graphics2D g, int index) {
        SmallMultiples.Panel panel = chart.panels().get(index);
        Series values = new Series(panel.name(), panel.x(), panel.y());
        Color colour = Palette.of(Math.max(0, groups.indexOf(panel.group())));
        switch (chart.mark()) {
            case CURVE -> Marks.fineCurve(g, plot(index), values, colour);
            case STEM -> Marks.stems(g, plot(index), values, colour);
        }
    }
}
