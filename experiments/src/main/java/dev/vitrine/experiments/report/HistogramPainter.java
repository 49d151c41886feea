package dev.vitrine.experiments.report;

import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.IntStream;

/** Paints {@link Histograms}. */
final class HistogramPainter {

    private final Histograms chart;
    private final Bins bins;
    private final PanelFrame frame;

    HistogramPainter(Histograms chart) {
        this.chart = chart;
        this.bins = chart.bins();
        this.frame = frame();
    }

    Picture picture() {
        return new Picture(Style.WIDTH, frame.height(), this::paint);
    }

    Plot plot(int index) {
        return frame.plot(index);
    }

    private PanelFrame frame() {
        Range heights = Range.ofAll(chart.samples().stream().map(sample -> bins.percent(sample.values())));
        int count = chart.samples().size();
        int xTicks = PanelFrame.xTicks(chart.columns(), count);
        Axis x = Axis.tight(chart.valueLabel(), new Range(bins.low(), bins.high()), xTicks);
        Axis y = Axis.round("", heights.with(0), PanelFrame.yTicks(chart.columns(), count));
        List<String> names = chart.samples().stream()
                .map(sample -> sample.name() + "  (n = " + sample.values().length + ")")
                .toList();
        return new PanelFrame(new Heading(chart.title(), "share of the values (%)"), x, y, chart.columns(), names);
    }

    private void paint(Graphics2D g) {
        frame.paint(g);
        List<String> categories =
                IntStream.range(0, bins.count()).mapToObj(Integer::toString).toList();
        for (int i = 0; i < chart.samples().size(); i++) {
            double[] shares = bins.percent(chart.samples().get(i).values());
            Marks.bars(g, plot(i), categories, List.of(new BarChart.Bars("share", shares)), 0.92);
        }
    }
}
