package dev.vitrine.experiments.page;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An operation on single numbers as a curve, and its slope in dashes; both are what the Java device computes. Where a
 * curve jumps, a full dot is the value at the jump.
 *
 * @param caption above
 * @param frame what is shown
 * @param x samples from the left
 * @param y the operation's values there
 * @param slope its gradients there
 */
record Curves(String caption, Frame frame, double[] x, double[] y, double[] slope) implements Sheet.Part {
    private static final double WIDTH = 300;
    private static final double HEIGHT = 240;
    private static final double CAPTION = 34;
    private static final double LABELS = 40;
    private static final double BELOW = 26;
    private static final double LETTER = 11.5;
    private static final int STEPS = 240;

    /** The numbers at the edges. */
    record Frame(double left, double right, double low, double high) {}

    /** Computes the curve of an operation on one number. */
    static Curves of(String caption, Frame frame, UnaryOperator<Tensor> operation) {
        double[] x = new double[STEPS + 1];
        double[] y = new double[STEPS + 1];
        double[] slope = new double[STEPS + 1];
        try (Device device = Devices.open("java")) {
            for (int i = 0; i <= STEPS; i++) {
                x[i] = frame.left() + (frame.right() - frame.left()) * i / STEPS;
                Tensor in = Tensor.of(device, Shape.of(1), x[i]).requiresGrad();
                Tensor out = operation.apply(in);
                out.backward(Tensor.of(device, out.shape(), 1));
                y[i] = out.item();
                slope[i] = in.grad().item();
            }
        }
        return new Curves(caption, frame, x, y, slope);
    }

    /** Panels side by side, with a key below. */
    static Drawing sheet(String name, String title, Curves... panels) {
        return new Sheet(
                        title,
                        List.of(
                                new Sheet.Strip("", List.of(panels)),
                                Sheet.Strip.of("", new Key("value", "slope: dx where g = 1"))))
                .drawing(name);
    }

    /**
     * What the two kinds of lines are.
     *
     * @param through the line drawn through
     * @param dashed the line of dashes
     */
    private record Key(String through, String dashed) implements Sheet.Part {
        @Override
        public double width() {
            return 150 + 11 * (through.length() + dashed.length());
        }

        @Override
        public double height() {
            return 24;
        }

        @Override
        public double middle() {
            return 12;
        }

        @Override
        public void paint(Canvas canvas, double x, double y) {
            canvas.curve(point(x, y + 12) + " " + point(x + 42, y + 12), Ink.BLUE, Canvas.Dashes.NONE);
            canvas.text(through, x + 50, y + 18, Canvas.Anchor.START, Canvas.Style.PLAIN, Ink.BLACK);
            double next = x + 80 + 11 * through.length();
            canvas.curve(point(next, y + 12) + " " + point(next + 42, y + 12), Ink.ORANGE, Canvas.Dashes.LONG);
            canvas.text(dashed, next + 50, y + 18, Canvas.Anchor.START, Canvas.Style.PLAIN, Ink.BLACK);
        }
    }

    @Override
    public double width() {
        return Math.max(LABELS + WIDTH, caption.length() * LETTER);
    }

    @Override
    public double height() {
        return CAPTION + HEIGHT + BELOW;
    }

    @Override
    public double middle() {
        return CAPTION + HEIGHT / 2;
    }

    @Override
    public void paint(Canvas canvas, double left, double top) {
        canvas.text(caption, left, top + 20, Canvas.Anchor.START, Canvas.Style.BOLD, Ink.BLACK);
        double x0 = left + LABELS;
        double y0 = top + CAPTION;
        canvas.box(x0, y0, WIDTH, HEIGHT, Ink.WHITE.full(), Ink.LINE, 1);
        for (double tick = Math.ceil(frame.left()); tick <= frame.right(); tick++) {
            double at = x0 + px(tick);
            canvas.line(at, y0, at, y0 + HEIGHT, tick == 0 ? Ink.GREY : Ink.PALE, tick == 0 ? 1.5 : 1);
            if (tick % labelStep(frame.right() - frame.left()) == 0) {
                String name = Digits.drawn(tick);
                canvas.text(name, at, y0 + HEIGHT + 20, Canvas.Anchor.MIDDLE, Canvas.Style.SMALL, Ink.GREY);
            }
        }
        double step = frame.high() - frame.low() <= 3 ? 0.5 : 1;
        for (double tick = Math.ceil(frame.low() / step) * step; tick <= frame.high(); tick += step) {
            double at = y0 + py(tick);
            canvas.line(x0, at, x0 + WIDTH, at, tick == 0 ? Ink.GREY : Ink.PALE, tick == 0 ? 1.5 : 1);
            canvas.text(Digits.drawn(tick), x0 - 6, at + 6, Canvas.Anchor.END, Canvas.Style.SMALL, Ink.GREY);
        }
        draw(canvas, y, Ink.BLUE, Canvas.Dashes.NONE, x0, y0);
        draw(canvas, slope, Ink.ORANGE, Canvas.Dashes.LONG, x0, y0);
    }

    private static double labelStep(double range) {
        return range > 8 ? 2 : 1;
    }

    /** A curve breaks where it leaves the frame, and where it jumps. */
    private void draw(Canvas canvas, double[] values, Ink ink, Canvas.Dashes dashes, double x0, double y0) {
        List<String> piece = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            boolean shown = values[i] >= frame.low() && values[i] <= frame.high();
            if (!shown || jumps(values, i)) {
                close(canvas, piece, ink, dashes);
            }
            if (shown) {
                piece.add(point(x0 + px(x[i]), y0 + py(values[i])));
            }
        }
        close(canvas, piece, ink, dashes);
        dots(canvas, values, ink, x0, y0);
    }

    private static void close(Canvas canvas, List<String> piece, Ink ink, Canvas.Dashes dashes) {
        if (piece.size() > 1) {
            canvas.curve(String.join(" ", piece), ink, dashes);
        }
        piece.clear();
    }

    /** True if there is a jump before sample i. Jumps lie at whole numbers; elsewhere a curve is only steep. */
    private boolean jumps(double[] values, int i) {
        double most = frame.high() - frame.low();
        double jump = i == 0 ? 0 : Math.abs(values[i] - values[i - 1]);
        return jump > most / 8 && jump < most && (isWhole(x[i]) || isWhole(x[i - 1]));
    }

    private static boolean isWhole(double x) {
        return Math.abs(x - Math.rint(x)) < 1e-9;
    }

    /** Both ends of a jump: full where the value at the whole number is, hollow at the other. */
    private void dots(Canvas canvas, double[] values, Ink ink, double x0, double y0) {
        for (int i = 1; i < values.length; i++) {
            if (jumps(values, i)) {
                dot(canvas, values, i - 1, ink, x0, y0);
                dot(canvas, values, i, ink, x0, y0);
            }
        }
    }

    private void dot(Canvas canvas, double[] values, int i, Ink ink, double x0, double y0) {
        String fill = isWhole(x[i]) ? ink.full() : Ink.WHITE.full();
        canvas.dot(x0 + px(Math.rint(x[i])), y0 + py(values[i]), 5, fill, ink);
    }

    private double px(double at) {
        return (at - frame.left()) / (frame.right() - frame.left()) * WIDTH;
    }

    private double py(double at) {
        return (frame.high() - at) / (frame.high() - frame.low()) * HEIGHT;
    }

    private static String point(double x, double y) {
        return Canvas.at(x) + "," + Canvas.at(y);
    }
}
