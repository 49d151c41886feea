package dev.vitrine.experiments.report;

import java.util.List;

/**
 * Groups of bars over categories: GAP vector by class, weights of the last layer, contribution of each channel.
 *
 * <p>CSV columns: {@code series}, the category label, the value label, {@code error} (empty where none was given).
 *
 * @param title what one should see
 * @param categoryLabel what the categories are, such as {@code channel}
 * @param valueLabel name and unit of the heights
 * @param categories from left to right
 * @param groups at least one; each has one bar per category
 */
public record BarChart(
        String title, String categoryLabel, String valueLabel, List<String> categories, List<Bars> groups)
        implements Chart {

    /**
     * One bar per category.
     *
     * @param name of the group, in the legend
     * @param values heights, one per category
     * @param errors half length of each error bar, in the unit of the values; empty for none
     */
    public record Bars(String name, double[] values, double[] errors) {
        /** Bars without error bars. */
        public Bars(String name, double[] values) {
            this(name, values, new double[0]);
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are no categories or groups, or a group does not fit the categories
     */
    public BarChart {
        Check.title("bar chart", title);
        Check.label(title, "category axis", categoryLabel);
        Check.label(title, "value axis", valueLabel);
        categories = Check.some(title, "categories", categories);
        groups = Check.some(title, "groups of bars", groups);
        for (Bars bars : groups) {
            checkBars(title, bars, categories.size());
        }
    }

    private static void checkBars(String title, Bars bars, int categories) {
        Check.finite(title, bars.name(), "values", bars.values());
        checkLength(title, bars.name(), "values", bars.values().length, categories);
        if (bars.errors().length > 0) {
            Check.finite(title, bars.name(), "errors", bars.errors());
            checkLength(title, bars.name(), "errors", bars.errors().length, categories);
        }
    }

    private static void checkLength(String title, String name, String what, int length, int categories) {
        if (length != categories) {
            throw new IllegalArgumentException("chart '" + title + "', '" + name + "': " + length + " " + what + " for "
                    + categories + " categories; expected one for each");
        }
    }

    @Override
    public Picture picture() {
        return new BarPainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns("series", categoryLabel, valueLabel, "error");
        for (Bars bars : groups) {
            for (int i = 0; i < categories.size(); i++) {
                Object error = bars.errors().length == 0 ? "" : (Object) bars.errors()[i];
                table.add(bars.name(), categories.get(i), bars.values()[i], error);
            }
        }
        return table;
    }
}
