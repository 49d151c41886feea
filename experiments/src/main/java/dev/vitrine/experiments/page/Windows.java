package dev.vitrine.experiments.page;

import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;

/**
 * A window that slides along an axis: below, which input positions each output position sees.
 *
 * @param caption above it
 * @param length of the input
 * @param window how it slides
 * @param padded what stands in the padding
 * @param lit what is coloured
 */
record Windows(String caption, int length, Window window, String padded, Lit lit) implements Sheet.Part {
    private static final double SIZE = 44;
    private static final double DEPTH = 70;
    private static final double CAPTION = 32;
    private static final double LETTER = 11.5;

    /** On which side the place lies that is looked at. */
    enum Side {
        /** An output, and what it sees. */
        OUTPUT,
        /** An input, and who sees it; the lines say under which tap. */
        INPUT
    }

    /** What is coloured: a place, and all that is connected with it. */
    record Lit(Side side, int place) {}

    private Padding.Explicit padding() {
        return window.paddingFor(length);
    }

    private int outputs() {
        return window.outputLength(length);
    }

    @Override
    public double width() {
        double cells = padding().before() + length + padding().after();
        return Math.max(cells * SIZE, caption.length() * LETTER);
    }

    @Override
    public double height() {
        return CAPTION + 2 * SIZE + DEPTH;
    }

    @Override
    public double middle() {
        return CAPTION;
    }

    @Override
    public void paint(Canvas canvas, double x, double top) {
        double y = top + CAPTION;
        canvas.text(caption, x, top + 20, Canvas.Anchor.START, Canvas.Style.BOLD, Ink.BLACK);
        double below = y + SIZE + DEPTH;
        double first = x + padding().before() * SIZE;
        for (int i = -padding().before(); i < length + padding().after(); i++) {
            cell(i).paint(canvas, first + i * SIZE, y, SIZE);
        }
        paintTaps(canvas, first, y, Ink.LINE);
        paintTaps(canvas, first, y, Ink.ORANGE);
        for (int l = 0; l < outputs(); l++) {
            painted(Cell.of("y" + l), Side.OUTPUT, l).paint(canvas, first + center(l) * SIZE - SIZE / 2, below, SIZE);
        }
    }

    private Cell cell(int i) {
        boolean inside = i >= 0 && i < length;
        return painted(inside ? Cell.of("x" + i) : Cell.padding(padded), Side.INPUT, i);
    }

    private Cell painted(Cell cell, Side side, int place) {
        if (lit.side() == side && lit.place() == place) {
            return cell.on(Ink.ORANGE).strong();
        }
        return lit.side() != side && connected(side, place) ? cell.on(Ink.ORANGE) : cell;
    }

    /** Whether a line leads from a place to the one that is looked at. */
    private boolean connected(Side side, int place) {
        int output = side == Side.OUTPUT ? place : lit.place();
        int input = side == Side.INPUT ? place : lit.place();
        for (int tap = 0; tap < window.kernelSize(); tap++) {
            if (input(output, tap) == input) {
                return true;
            }
        }
        return false;
    }

    /** Where a tap of output position l falls. */
    private int input(int l, int tap) {
        return l * window.stride() + tap * window.dilation() - padding().before();
    }

    /** The middle of a window, in cells. */
    private double center(int l) {
        return (input(l, 0) + input(l, window.kernelSize() - 1)) / 2.0 + 0.5;
    }

    private Ink ink(int l, int tap) {
        int end = lit.side() == Side.OUTPUT ? l : input(l, tap);
        return end == lit.place() ? Ink.ORANGE : Ink.LINE;
    }

    private void paintTaps(Canvas canvas, double first, double y, Ink wanted) {
        for (int l = 0; l < outputs(); l++) {
            for (int tap = 0; tap < window.kernelSize(); tap++) {
                if (ink(l, tap) == wanted) {
                    double from = first + (input(l, tap) + 0.5) * SIZE;
                    double to = first + center(l) * SIZE;
                    paintTap(canvas, tap, from, to, y + SIZE, wanted);
                }
            }
        }
    }

    private void paintTap(Canvas canvas, int tap, double from, double to, double y, Ink ink) {
        canvas.line(from, y, to, y + DEPTH, ink, ink == Ink.ORANGE ? 3 : 1.2);
        if (ink == Ink.ORANGE && lit.side() == Side.INPUT) {
            double x = from + (to - from) * 0.6;
            canvas.dot(x, y + DEPTH * 0.6, 12, Ink.WHITE.full(), Ink.ORANGE);
            canvas.text(
                    Integer.toString(tap), x, y + DEPTH * 0.6 + 6, Canvas.Anchor.MIDDLE, Canvas.Style.SMALL, Ink.BLACK);
        }
    }
}
