package dev.vitrine.experiments.page;

import java.util.Locale;

/**
 * A drawing surface that writes SVG; the origin is the upper left corner.
 *
 * <p>Text is placed by its left end, middle or right end, and never measured: so the same drawing has the same bytes on
 * every machine, whatever its fonts, and can be compared with the file in the repository.
 */
final class Canvas {
    /** Which end of a text stands at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** How a curve is drawn. */
    enum Dashes {
        NONE,
        LONG
    }

    /** How a text looks. */
    enum Style {
        PLAIN("font-size=\"18\""),
        SMALL("font-size=\"16\""),
        BOLD("font-size=\"18\" font-weight=\"bold\""),
        TITLE("font-size=\"21\" font-weight=\"bold\"");

        private final String attributes;

        Style(String attributes) {
            this.attributes = attributes;
        }
    }

    private final StringBuilder body = new StringBuilder();

    /** A filled rectangle with an edge. */
    Canvas box(double x, double y, double width, double height, String fill, Ink edge, double edgeWidth) {
        body.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>\n"
                        .formatted(at(x), at(y), at(width), at(height), fill, edge.full(), at(edgeWidth)));
        return this;
    }

    /** A rectangle of dashes. */
    Canvas dashedBox(double x, double y, double width, double height, String fill, Ink edge) {
        body.append(("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\""
                        + " stroke-width=\"1.5\" stroke-dasharray=\"4 3\"/>\n")
                .formatted(at(x), at(y), at(width), at(height), fill, edge.full()));
        return this;
    }

    /** A straight line. */
    Canvas line(double x1, double y1, double x2, double y2, Ink ink, double width) {
        body.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>\n"
                .formatted(at(x1), at(y1), at(x2), at(y2), ink.full(), at(width)));
        return this;
    }

    /** A curve through points, {@code x,y x,y ...}. */
    Canvas curve(String points, Ink ink, Dashes dashes) {
        body.append(("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"3\""
                        + " stroke-linejoin=\"round\"%s/>\n")
                .formatted(points, ink.full(), dashes == Dashes.LONG ? " stroke-dasharray=\"9 6\"" : ""));
        return this;
    }

    /** A dot, full or hollow. */
    Canvas dot(double x, double y, double radius, String fill, Ink edge) {
        body.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                .formatted(at(x), at(y), at(radius), fill, edge.full()));
        return this;
    }

    /** An arrow to the right, of the given length. */
    Canvas arrow(double x, double y, double length) {
        line(x, y, x + length - 8, y, Ink.GREY, 2.5);
        body.append("<polygon points=\"%s,%s %s,%s %s,%s\" fill=\"%s\"/>\n"
                .formatted(
                        at(x + length),
                        at(y),
                        at(x + length - 11),
                        at(y - 6),
                        at(x + length - 11),
                        at(y + 6),
                        Ink.GREY.full()));
        return this;
    }

    /** A line of text; {@code y} is its base line. */
    Canvas text(String text, double x, double y, Anchor anchor, Style style, Ink ink) {
        body.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" %s fill=\"%s\">%s</text>\n"
                .formatted(
                        at(x),
                        at(y),
                        anchor.name().toLowerCase(Locale.ROOT),
                        style.attributes,
                        ink.full(),
                        escaped(text)));
        return this;
    }

    /** A number with at most two decimals. */
    static String at(double pixels) {
        double rounded = Math.rint(pixels * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * The whole drawing on white paper.
     *
     * @param title read aloud where the drawing cannot be seen
     */
    String svg(int width, int height, String title) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
                font-family="DejaVu Sans, Verdana, Helvetica, Arial, sans-serif">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" fill="#FFFFFF"/>
                %4$s</svg>
                """.formatted(width, height, escaped(title), body);
    }
}
