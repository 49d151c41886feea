package dev.vitrine.experiments.page;

/**
 * A cell of a drawn array.
 *
 * @param text what stands in it
 * @param fill its ground
 * @param edge its frame
 */
record Cell(String text, String fill, Edge edge) {
    /** How a cell is framed. */
    enum Edge {
        THIN,
        /** It is the one to look at. */
        STRONG,
        /** It is not really there. */
        DASHED,
        /** Nothing is drawn at all. */
        NONE
    }

    /** A white cell. */
    static Cell of(String text) {
        return new Cell(text, Ink.WHITE.full(), Edge.THIN);
    }

    /** A white cell that holds a number. */
    static Cell of(double value) {
        return of(Digits.drawn(value));
    }

    /** What padding adds. */
    static Cell padding(String text) {
        return new Cell(text, Ink.PALE.full(), Edge.DASHED);
    }

    /** A place without a cell. */
    static Cell none() {
        return new Cell("", Ink.WHITE.full(), Edge.NONE);
    }

    /** The same on a light ground of a colour. */
    Cell on(Ink ink) {
        return new Cell(text, ink.tint(), edge);
    }

    /** The same, to look at. */
    Cell strong() {
        return new Cell(text, fill, Edge.STRONG);
    }

    void paint(Canvas canvas, double x, double y, double size) {
        switch (edge) {
            case THIN -> canvas.box(x, y, size, size, fill, Ink.LINE, 1);
            case STRONG -> canvas.box(x + 1, y + 1, size - 2, size - 2, fill, Ink.BLACK, 3);
            case DASHED -> canvas.dashedBox(x, y, size, size, fill, Ink.LINE);
            case NONE -> {}
        }
        if (!text.isEmpty()) {
            Canvas.Style style = edge == Edge.STRONG ? Canvas.Style.BOLD : Canvas.Style.PLAIN;
            if (text.length() > 4) {
                style = Canvas.Style.SMALL;
            }
            canvas.text(text, x + size / 2, y + size / 2 + 6, Canvas.Anchor.MIDDLE, style, Ink.BLACK);
        }
    }
}
