package dev.vitrine.experiments.report;

import java.util.List;

/**
 * Points of several groups on a plane: clips by two numbers of each. A group has a colour and a shape, so that groups stay
 * apart in print and for colour-blind eyes; colour and shape together are unlike for 35 groups.
 *
 * <p>CSV columns: {@code group, point}, the x label, the y label.
 *
 * @param title what one should see
 * @param xLabel name and unit
 * @param yLabel name and unit
 * @param groups at least one
 */
public record Scatter(String title, String xLabel, String yLabel, List<Group> groups) implements Chart {
    /**
     * Points of one kind.
     *
     * @param name in the legend
     * @param points what each is, in the CSV alone
     * @param x positions, as many as points
     * @param y heights, as many as points
     */
    public record Group(String name, List<String> points, double[] x, double[] y) {
        /** Copies the list. */
        public Group {
            points = List.copyOf(points);
        }
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no group, or one whose numbers are not finite or not as many as its points
     */
    public Scatter {
        Check.title("scatter", title);
        Check.label(title, "x axis", xLabel);
        Check.label(title, "y axis", yLabel);
        groups = Check.some(title, "groups", groups);
        for (Group group : groups) {
            Check.finite(title, group.name(), "x", group.x());
            Check.finite(title, group.name(), "y", group.y());
            if (group.x().length != group.points().size()
                    || group.y().length != group.points().size()) {
                throw new IllegalArgumentException("chart '" + title + "', '" + group.name() + "': "
                        + group.points().size() + " points, " + group.x().length + " x, " + group.y().length
                        + " y; expected as many of each");
            }
        }
    }

    @Override
    public Picture picture() {
        return new ScatterPainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns("group", "point", xLabel, yLabel);
        for (Group group : groups) {
            for (int i = 0; i < group.x().length; i++) {
                table.add(group.name(), group.points().get(i), group.x()[i], group.y()[i]);
            }
        }
        return table;
    }
}
