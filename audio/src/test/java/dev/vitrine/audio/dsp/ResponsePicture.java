package dev.vitrine.audio.dsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws what a filter lets through: the pass band enlarged on the left, all of it on the right. */
final class ResponsePicture {
    private static final String[] COLOURS = {"#0072b2", "#d55e00", "#009e73"};
    private static final int HEIGHT = 300;
    private static final int TOP = 40;

    private final StringBuilder svg = new StringBuilder();

    /**
     * One line.
     *
     * @param shares frequencies, as shares of the lower half rate
     * @param decibels the level of each
     */
    record Curve(String name, double[] shares, double[] decibels) {}

    /**
     * One half of the picture.
     *
     * @param left where it begins, in pixels
     * @param end the highest share
     * @param lowest at the bottom, in dB
     * @param highest at the top, in dB
     */
    private record Panel(int left, String title, double end, double lowest, double highest) {
        private static final int WIDTH = 300;

        double x(double share) {
            return left + WIDTH * share / end;
        }

        double y(double decibels) {
            return TOP + HEIGHT * (highest - Math.max(lowest, Math.min(highest, decibels))) / (highest - lowest);
        }
    }

    static String of(List<Curve> curves) {
        ResponsePicture picture = new ResponsePicture();
        picture.line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 420\" font-family=\"sans-serif\""
                + " font-size=\"12\">");
        picture.line("<rect width=\"760\" height=\"420\" fill=\"white\"/>");
        picture.draw(new Panel(60, "pass band", 1, -0.2, 0.2), List.of(-0.2, -0.1, 0.0, 0.1, 0.2), 0.1, curves);
        picture.draw(
                new Panel(440, "everything", 1.5, -125, 10), List.of(0.0, -30.0, -60.0, -90.0, -120.0), -90, curves);
        for (int i = 0; i < curves.size(); i++) {
            picture.text(60 + 150 * i, 405, COLOURS[i], curves.get(i).name());
        }
        picture.line("</svg>");
        return picture.svg.toString();
    }

    private void draw(Panel panel, List<Double> marks, double limit, List<Curve> curves) {
        text(panel.left(), 24, "#000000", panel.title() + ", dB; limit " + limit + " dB");
        for (double mark : marks) {
            boolean limiting = Math.abs(mark) == Math.abs(limit);
            polyline(
                    limiting ? "#cc0000\" stroke-dasharray=\"4 3" : "#dddddd",
                    List.of(point(panel, 0, mark), point(panel, panel.end(), mark)));
            text(panel.left() - 36, (int) panel.y(mark) + 4, "#000000", String.valueOf(mark));
        }
        for (double share = 0; share <= panel.end() + 1e-9; share += 0.25) {
            text((int) panel.x(share) - 10, TOP + HEIGHT + 18, "#000000", String.valueOf(share));
        }
        text(panel.left(), TOP + HEIGHT + 36, "#000000", "frequency / lower half rate");
        for (int i = 0; i < curves.size(); i++) {
            polyline(COLOURS[i], points(panel, curves.get(i)));
        }
    }

    private static List<String> points(Panel panel, Curve curve) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < curve.shares().length; i++) {
            if (curve.shares()[i] <= panel.end()) {
                points.add(point(panel, curve.shares()[i], curve.decibels()[i]));
            }
        }
        return points;
    }

    private static String point(Panel panel, double share, double decibels) {
        return String.format(Locale.ROOT, "%.1f,%.1f", panel.x(share), panel.y(decibels));
    }

    private void polyline(String colour, List<String> points) {
        line("<polyline fill=\"none\" stroke=\"" + colour + "\" points=\"" + String.join(" ", points) + "\"/>");
    }

    private void text(int x, int y, String colour, String words) {
        line("<text x=\"" + x + "\" y=\"" + y + "\" fill=\"" + colour + "\">" + words + "</text>");
    }

    private void line(String line) {
        svg.append(line).append('\n');
    }
}
