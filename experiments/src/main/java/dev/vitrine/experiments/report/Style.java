package dev.vitrine.experiments.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** Sizes, fonts and inks that all pictures share. */
final class Style {

    /** Width of every picture in pixels; heights follow the content. */
    static final int WIDTH = 1200;

    /** Height that fills a slide of 16 to 9. */
    static final int SLIDE_HEIGHT = 675;

    static final int MARGIN = 30;

    /** 16 px are 12 pt: nothing is written smaller. */
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 17);

    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 19);
    static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 19);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 27);

    static final Color INK = new Color(0x222222);
    static final Color SOFT = new Color(0x555555);
    static final Color GRID = new Color(0xDDDDDD);
    static final Color AXIS = new Color(0x888888);

    static final BasicStroke HAIR = new BasicStroke(1f);
    static final BasicStroke CURVE = new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke SOLID = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke FINE = new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED =
            new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {9, 6}, 0);

    private static final BasicStroke LONG_DASHES =
            new BasicStroke(2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {12, 4}, 0);

    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private Style() {}

    /** Solid in the first round of the palette, dashed when its colours come again. */
    static BasicStroke curve(int index) {
        return index < Palette.COLOURS.size() ? CURVE : LONG_DASHES;
    }

    static double width(Font font, String text) {
        return font.getStringBounds(text, METRICS).getWidth();
    }

    static double widest(Font font, List<String> texts) {
        return texts.stream().mapToDouble(text -> width(font, text)).max().orElse(0);
    }

    static void left(Graphics2D g, Font font, Color ink, String text, double x, double y) {
        g.setFont(font);
        g.setColor(ink);
        g.drawString(text, (float) x, (float) y);
    }

    static void right(Graphics2D g, Font font, Color ink, String text, double x, double y) {
        left(g, font, ink, text, x - width(font, text), y);
    }

    static void middle(Graphics2D g, Font font, Color ink, String text, double x, double y) {
        left(g, font, ink, text, x - width(font, text) / 2, y);
    }

    /** Breaks a text at its blanks so that no line is wider than asked, words alone excepted. */
    static List<String> wrap(Font font, String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(font, longer) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** The text, or as much of it as fits, closed by an ellipsis. */
    static String fit(Font font, String text, double width) {
        if (width(font, text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(font, text.substring(0, end) + "\u2026") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "\u2026";
    }
}
