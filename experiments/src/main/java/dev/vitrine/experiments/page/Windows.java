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
 * @param lit the output position whose taps are coloured
 */
record Windows(String caption, int length, Window window, String padded, int lit) implements Sheet.Part {
    private static final double SIZE = 44;
    private static final double DEPTH = 70;
    private static final double CAPTION = 32;
    private static final double LETTER = 11.5;

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
        for (int l = 0; l < outputs(); l++) {
            if (l != lit) {
                paintTaps(canvas, l, first, y);
            }
        }
        paintTaps(canvas, lit, first, y);
        for (int l = 0; l < outputs(); l++) {
            Cell out = Cell.of("y" + l);
            (l == lit ? out.on(Ink.ORANGE).strong() : out)
                    .paint(canvas, first + center(l) * SIZE - SIZE / 2, below, SIZE);
        }
    }

    private Cell cell(int i) {
        boolean inside = i >= 0 && i < length;
        Cell cell = inside ? Cell.of("x" + i) : Cell.padding(padded);
        return sees(i) ? new Cell(cell.text(), Ink.ORANGE.tint(), cell.edge()) : cell;
    }

    /** Where a tap of output position l falls. */
    private int input(int l, int tap) {
        return l * window.stride() + tap * window.dilation() - padding().before();
    }

    private boolean sees(int i) {
        for (int tap = 0; tap < window.kernelSize(); tap++) {
            if (input(lit, tap) == i) {
                return true;
            }
        }
        return false;
    }

    /** The middle of a window, in cells. */
    private double center(int l) {
        return (input(l, 0) + input(l, window.kernelSize() - 1)) / 2.0 + 0.5;
    }

    private void paintTaps(Canvas canvas, int l, double first, double y) {
        for (int tap = 0; tap < window.kernelSize(); tap++) {
            double from = first + (input(l, tap) + 0.5) * SIZE;
            double to = first + center(l) * SIZE;
            canvas.line(from, y + SIZE, to, y + SIZE + DEPTH, l == lit ? Ink.ORANGE : Ink.LINE, l == lit ? 3 : 1.2);
        }
    }
}
