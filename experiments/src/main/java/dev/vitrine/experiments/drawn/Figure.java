package dev.vitrine.experiments.drawn;

import java.awt.geom.Path2D;

/** An outline within the square from -1 to 1; y grows downwards. */
enum Figure implements Motif {
    LETTER_A(Turn.LEANING, "M -0.7 1 L 0 -1 L 0.7 1 M -0.42 0.25 L 0.42 0.25"),
    LETTER_H(Turn.LEANING, "M -0.65 -1 L -0.65 1 M 0.65 -1 L 0.65 1 M -0.65 0 L 0.65 0"),
    LETTER_S(
            Turn.LEANING,
            "M 0.6 -0.7 C 0.4 -1.1 -0.7 -1.15 -0.65 -0.45 C -0.6 0.15 0.65 -0.1 0.65 0.5"
                    + " C 0.65 1.15 -0.5 1.1 -0.68 0.65"),
    DIGIT_2(Turn.LEANING, "M -0.6 -0.55 C -0.5 -1.2 0.7 -1.15 0.6 -0.4 C 0.55 0 -0.4 0.5 -0.65 1 L 0.65 1"),
    DIGIT_3(
            Turn.LEANING,
            "M -0.55 -0.75 C -0.2 -1.2 0.65 -1 0.55 -0.45 C 0.5 -0.1 0.1 -0.05 -0.1 -0.05"
                    + " C 0.3 -0.05 0.65 0.1 0.65 0.5 C 0.65 1.1 -0.4 1.15 -0.6 0.7"),
    DIGIT_7(Turn.LEANING, "M -0.6 -1 L 0.62 -1 C 0.1 -0.2 -0.1 0.4 -0.15 1"),
    CIRCLE(
            Turn.ANY,
            "M 1 0 C 1 0.552 0.552 1 0 1 C -0.552 1 -1 0.552 -1 0 C -1 -0.552 -0.552 -1 0 -1"
                    + " C 0.552 -1 1 -0.552 1 0 Z"),
    TRIANGLE(Turn.ANY, "M 0 -1 L 0.866 0.5 L -0.866 0.5 Z"),
    SQUARE(Turn.ANY, "M -0.75 -0.75 L 0.75 -0.75 L 0.75 0.75 L -0.75 0.75 Z"),
    STAR(
            Turn.ANY,
            "M 0 -1 L 0.235 -0.324 L 0.951 -0.309 L 0.38 0.124 L 0.588 0.809 L 0 0.4 L -0.588 0.809"
                    + " L -0.38 0.124 L -0.951 -0.309 L -0.235 -0.324 Z"),
    CROSS(
            Turn.ANY,
            "M -0.3 -1 L 0.3 -1 L 0.3 -0.3 L 1 -0.3 L 1 0.3 L 0.3 0.3 L 0.3 1 L -0.3 1 L -0.3 0.3 L -1 0.3"
                    + " L -1 -0.3 L -0.3 -0.3 Z");

    private final Turn turn;
    private final String path;

    Figure(Turn turn, String path) {
        this.turn = turn;
        this.path = path;
    }

    /** How far it may be turned and stay what it is. */
    enum Turn {
        LEANING(Math.toRadians(25)),
        ANY(Math.PI);

        private final double most;

        Turn(double most) {
            this.most = most;
        }

        double radians() {
            return most;
        }
    }

    Turn turn() {
        return turn;
    }

    /** Whether it has an inside that can be filled. */
    boolean isClosed() {
        return turn == Turn.ANY;
    }

    /** Its lines: M moves, L draws a line, C a curve, Z closes, as in SVG. */
    Path2D lines() {
        Path2D lines = new Path2D.Double();
        Words words = new Words(path.split(" ", -1));
        while (words.hasMore()) {
            switch (words.next()) {
                case "M" -> lines.moveTo(words.number(), words.number());
                case "L" -> lines.lineTo(words.number(), words.number());
                case "C" ->
                    lines.curveTo(
                            words.number(),
                            words.number(),
                            words.number(),
                            words.number(),
                            words.number(),
                            words.number());
                default -> lines.closePath();
            }
        }
        return lines;
    }

    private static final class Words {
        private final String[] words;
        private int at;

        Words(String[] words) {
            this.words = words;
        }

        boolean hasMore() {
            return at < words.length;
        }

        String next() {
            return words[at++];
        }

        double number() {
            return Double.parseDouble(next());
        }
    }
}
