package dev.vitrine.experiments.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * Paints a {@link ReceptiveField}: on the left which samples one unit of a low layer is made of, on the right how wide
 * the field of every layer is in time.
 */
final class ReceptiveFieldPainter {

    /** The tree shows as many layers as have a field of no more samples than dots have room for. */
    private static final int MOST_DOTS = 31;

    private static final int TREE_WIDTH = 500;
    private static final int ROW = 44;

    private final ReceptiveField chart;
    private final List<ReceptiveField.Field> fields;
    private final Heading heading;
    private final int top;
    private final int height;

    ReceptiveFieldPainter(ReceptiveField chart) {
        this.chart = chart;
        this.fields = chart.fields();
        this.heading = new Heading(
                chart.title(), String.format(Locale.ROOT, "input: %,d samples per second", chart.sampleRate()));
        this.top = heading.height() + 24;
        int rows = chart.layers().size();
        this.height = Math.max(rows * ROW, Style.SLIDE_HEIGHT - top - Style.MARGIN - Plot.TICK_ROOM - 26);
    }

    Picture picture() {
        return new Picture(Style.WIDTH, top + height + Plot.TICK_ROOM + 26 + Style.MARGIN, this::paint);
    }

    private void paint(Graphics2D g) {
        heading.paint(g);
        if (treeLayers() > 0) {
            paintTree(g);
        }
        paintBars(g);
    }

    private int treeLayers() {
        int layers = 0;
        while (layers < fields.size() && fields.get(layers).samples() <= MOST_DOTS) {
            layers++;
        }
        return layers;
    }

    private void paintTree(Graphics2D g) {
        int layers = treeLayers();
        String caption = "one unit of " + chart.layers().get(layers - 1).name() + " and what it is made of";
        String fitted = Style.fit(Style.STRONG, caption, TREE_WIDTH);
        Style.left(g, Style.STRONG, Style.INK, fitted, Style.MARGIN, top);
        paintLinks(g, layers);
        for (int layer = layers; layer >= 0; layer--) {
            paintDots(g, layer, layers);
        }
        double below = top + height + Plot.TICK_ROOM + 24;
        String samples = fields.get(layers - 1).samples() + " samples of the input";
        Style.middle(g, Style.LABEL, Style.SOFT, samples, Style.MARGIN + TREE_WIDTH / 2.0, below);
    }

    /** Units of a layer (0: the input) that the top unit of the tree needs. */
    private int units(int layer, int layers) {
        int units = 1;
        for (int above = layers; above > layer; above--) {
            ReceptiveField.Layer spec = chart.layers().get(above - 1);
            units = (units - 1) * spec.stride() + (spec.kernel() - 1) * spec.dilation() + 1;
        }
        return units;
    }

    /** A unit stands above the middle of its field. */
    private double dotX(int layer, int layers, int unit) {
        double pitch = (TREE_WIDTH - 16.0) / Math.max(1, units(0, layers) - 1);
        long jump = layer == 0 ? 1 : fields.get(layer - 1).jump();
        double fromMiddle = (unit - (units(layer, layers) - 1) / 2.0) * jump;
        return Style.MARGIN + TREE_WIDTH / 2.0 + fromMiddle * pitch;
    }

    private double dotY(int layer, int layers) {
        return top + height - 6 - (height - 70.0) * layer / layers;
    }

    private void paintLinks(Graphics2D g, int layers) {
        g.setStroke(Style.HAIR);
        g.setColor(Style.AXIS);
        for (int layer = layers; layer > 0; layer--) {
            ReceptiveField.Layer spec = chart.layers().get(layer - 1);
            for (int unit = 0; unit < units(layer, layers); unit++) {
                for (int tap = 0; tap < spec.kernel(); tap++) {
                    int below = unit * spec.stride() + tap * spec.dilation();
                    g.draw(new Line2D.Double(
                            dotX(layer, layers, unit), dotY(layer, layers),
                            dotX(layer - 1, layers, below), dotY(layer - 1, layers)));
                }
            }
        }
    }

    private void paintDots(Graphics2D g, int layer, int layers) {
        double radius = layer == 0 ? 5 : 7;
        g.setColor(layer == 0 ? Style.INK : ink(layer - 1));
        for (int unit = 0; unit < units(layer, layers); unit++) {
            double x = dotX(layer, layers, unit);
            double y = dotY(layer, layers);
            g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }
    }

    /** The same colour for a layer in both halves, brighter from layer to layer. */
    private Color ink(int index) {
        return ColourMap.SEQUENTIAL.at(0.85 * index / Math.max(1, fields.size() - 1));
    }

    private void paintBars(Graphics2D g) {
        List<String> names =
                chart.layers().stream().map(ReceptiveField.Layer::name).toList();
        int first = treeLayers() == 0 ? Style.MARGIN : Style.MARGIN + TREE_WIDTH + 50;
        int left = first + (int) Math.ceil(Style.widest(Style.LABEL, names)) + 14;
        double widest = chart.milliseconds(fields.get(fields.size() - 1));
        Axis time = Axis.round("time around the unit (ms)", new Range(-widest / 2, widest / 2), 4);
        Axis rows = new Axis("layer", 0, names.size(), 1);
        int barsTop = top + 20;
        Rectangle area = new Rectangle(left, barsTop, Style.WIDTH - Style.MARGIN - 10 - left, height - 20);
        Plot plot = new Plot(area, time, rows);
        Style.left(g, Style.STRONG, Style.INK, "what one unit of each layer sees", first, top);
        paintTimeGrid(g, plot);
        for (int i = 0; i < names.size(); i++) {
            paintBar(g, plot, i);
        }
        plot.xTicks(g);
        double below = area.getMaxY() + Plot.TICK_ROOM + 24;
        Style.middle(g, Style.LABEL, Style.SOFT, time.label(), area.getCenterX(), below);
    }

    private static void paintTimeGrid(Graphics2D g, Plot plot) {
        g.setStroke(Style.HAIR);
        g.setColor(Style.GRID);
        for (double tick : plot.x().ticks()) {
            g.draw(new Line2D.Double(
                    plot.px(tick), plot.area().y, plot.px(tick), plot.area().getMaxY()));
        }
    }

    private void paintBar(Graphics2D g, Plot plot, int index) {
        ReceptiveField.Field field = fields.get(index);
        double ms = chart.milliseconds(field);
        double row = plot.area().height / (double) fields.size();
        double top = plot.area().y + index * row;
        double middle = top + row / 2;
        double x = plot.px(-ms / 2);
        double width = Math.max(1.5, plot.px(ms / 2) - x);
        g.setColor(ink(index));
        g.fill(new Rectangle2D.Double(x, top + row - 14, width, 10));
        Style.right(g, Style.LABEL, Style.INK, chart.layers().get(index).name(), plot.area().x - 12, middle + 10);
        String text = String.format(Locale.ROOT, "%,d samples \u00b7 %s ms", field.samples(), Numbers.threeDigits(ms));
        double half = Style.width(Style.TICK, text) / 2 + 4;
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(plot.px(0) - half, top + row - 35, 2 * half, 20));
        Style.middle(g, Style.TICK, Style.INK, text, plot.px(0), top + row - 19);
    }
}
