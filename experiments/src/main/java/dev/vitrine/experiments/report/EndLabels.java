package dev.vitrine.experiments.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The names of curves and levels, written beside their right ends: the eye need not travel to a legend.
 *
 * @param labels in the order of drawing
 */
record EndLabels(List<Label> labels) {

    private static final int LINE = 25;
    private static final int LEADER = 20;
    private static final int SWATCH = 26;
    private static final int WIDEST = 330;

    /** One name, the height of its curve's end, and its curve's ink. */
    record Label(String name, double y, Color colour, BasicStroke stroke) {}

    static EndLabels of(LineChart chart) {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < chart.series().size(); i++) {
            Series each = chart.series().get(i);
            double end = each.y()[each.y().length - 1];
            labels.add(new Label(each.name(), end, Palette.of(i), Style.curve(i)));
        }
        chart.levels().forEach(level -> labels.add(new Label(level.name(), level.y(), Style.SOFT, Style.DASHED)));
        return new EndLabels(labels);
    }

    int width() {
        double widest =
                Style.widest(Style.LABEL, labels.stream().map(Label::name).toList());
        return LEADER + SWATCH + 8 + (int) Math.ceil(Math.min(WIDEST, widest));
    }

    void paint(Graphics2D g, Plot plot) {
        List<Label> sorted = labels.stream()
                .sorted(Comparator.comparingDouble(label -> plot.py(label.y())))
                .toList();
        double[] at =
                spread(sorted.stream().mapToDouble(label -> plot.py(label.y())).toArray(), plot);
        for (int i = 0; i < at.length; i++) {
            paint(g, plot, sorted.get(i), at[i]);
        }
    }

    private static void paint(Graphics2D g, Plot plot, Label label, double at) {
        double right = plot.area().getMaxX();
        Path2D leader = new Path2D.Double();
        leader.moveTo(right + 4, plot.py(label.y()));
        leader.lineTo(right + LEADER - 3, at);
        g.setColor(Style.AXIS);
        g.setStroke(Style.HAIR);
        g.draw(leader);
        g.setColor(label.colour());
        g.setStroke(label.stroke());
        g.draw(new Line2D.Double(right + LEADER, at, right + LEADER + SWATCH, at));
        String name = Style.fit(Style.LABEL, label.name(), WIDEST);
        Style.left(g, Style.LABEL, Style.INK, name, right + LEADER + SWATCH + 8, at + 7);
    }

    /** Moves heights apart until each label has a line of its own, as near as can be to where they were. */
    static double[] spread(double[] sorted, Plot plot) {
        double[] at = sorted.clone();
        double line = Math.min(LINE, plot.area().height / (double) at.length);
        for (int i = 0; i < at.length; i++) {
            mergeUpwards(at, sorted, i, line);
        }
        double over = at[at.length - 1] - (plot.area().getMaxY() - 4);
        for (int i = at.length - 1; i >= 0 && over > 0; i--) {
            double highest = plot.area().getMaxY() - 4 - (at.length - 1 - i) * line;
            at[i] = Math.min(at[i], highest);
        }
        double top = plot.area().y + 4;
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(at[i], top + i * line);
        }
        return at;
    }

    /** Labels that touch form a block, centred on the mean of where its members want to be. */
    private static void mergeUpwards(double[] at, double[] wanted, int last, double line) {
        int first = last;
        double start = wanted[last];
        while (first > 0 && at[first - 1] + line > start) {
            first = blockStart(at, first - 1, line);
            double mean = 0;
            for (int i = first; i <= last; i++) {
                mean += (wanted[i] - (i - first) * line) / (last - first + 1);
            }
            start = mean;
        }
        for (int i = first; i <= last; i++) {
            at[i] = start + (i - first) * line;
        }
    }

    private static int blockStart(double[] at, int member, double line) {
        int first = member;
        while (first > 0 && at[first] - at[first - 1] < line + 1e-6) {
            first--;
        }
        return first;
    }
}
