package dev.vitrine.experiments.page;

import java.util.List;

/**
 * Lines of parts, side by side in each line: arrays, and signs between them.
 *
 * @param title read aloud
 * @param strips from the top
 */
record Sheet(String title, List<Strip> strips) {
    private static final double MARGIN = 24;
    private static final double GAP = 26;
    private static final double HEADING = 40;
    private static final double LETTER = 13.2;

    /** Something that stands in a line; {@link #middle()} is on the height of the line. */
    interface Part {
        double width();

        double height();

        double middle();

        void paint(Canvas canvas, double x, double y);
    }

    /**
     * A line.
     *
     * @param heading above it, or empty
     * @param parts from the left
     */
    record Strip(String heading, List<Part> parts) {
        static Strip of(String heading, Part... parts) {
            return new Strip(heading, List.of(parts));
        }

        private double above() {
            return parts.stream().mapToDouble(Part::middle).max().orElse(0);
        }

        private double below() {
            return parts.stream()
                    .mapToDouble(part -> part.height() - part.middle())
                    .max()
                    .orElse(0);
        }

        private double height() {
            return (heading.isEmpty() ? 0 : HEADING) + above() + below();
        }

        private double width() {
            double content =
                    parts.stream().mapToDouble(part -> part.width() + GAP).sum() - GAP;
            return Math.max(content, LETTER * heading.length());
        }

        private void paint(Canvas canvas, double y) {
            double line = y + above();
            if (!heading.isEmpty()) {
                canvas.text(heading, MARGIN, y + 22, Canvas.Anchor.START, Canvas.Style.TITLE, Ink.BLACK);
                line += HEADING;
            }
            double x = MARGIN;
            for (Part part : parts) {
                part.paint(canvas, x, line - part.middle());
                x += part.width() + GAP;
            }
        }
    }

    /** A sign or a few words between arrays. */
    record Sign(String text) implements Part {
        @Override
        public double width() {
            return text.length() * 11.5;
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
            canvas.text(text, x, y + 19, Canvas.Anchor.START, Canvas.Style.TITLE, Ink.GREY);
        }
    }

    /** Leads from one array to the next; what happens on the way stands above. */
    record Arrow(String text) implements Part {
        @Override
        public double width() {
            return Math.max(46, text.length() * 10.2);
        }

        @Override
        public double height() {
            return 48;
        }

        @Override
        public double middle() {
            return 34;
        }

        @Override
        public void paint(Canvas canvas, double x, double y) {
            canvas.text(text, x + width() / 2, y + 20, Canvas.Anchor.MIDDLE, Canvas.Style.SMALL, Ink.GREY);
            canvas.arrow(x, y + 34, width());
        }
    }

    /** Draws everything; the paper is as wide as the widest line. */
    Drawing drawing(String name) {
        Canvas canvas = new Canvas();
        double y = MARGIN;
        double width = 0;
        for (Strip strip : strips) {
            strip.paint(canvas, y);
            y += strip.height() + MARGIN;
            width = Math.max(width, strip.width());
        }
        return new Drawing(name, canvas.svg((int) Math.ceil(width + 2 * MARGIN), (int) Math.ceil(y), title));
    }
}
