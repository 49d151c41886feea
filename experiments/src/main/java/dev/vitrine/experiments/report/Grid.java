package dev.vitrine.experiments.report;

import java.util.List;

/**
 * A number for each pair of two choices, as a grid of coloured cells: a landscape in which the lowest place is sought.
 *
 * <p>Dark is low and bright is high. A pair that has no number is left grey.
 *
 * <p>CSV columns: the row label, the column label, the value label, "mark"; the value is empty where there is none.
 *
 * @param title what one should see
 * @param rowLabel what the rows are
 * @param rows their names, from the top
 * @param columnLabel what the columns are
 * @param columns their names, from the left
 * @param valueLabel what the numbers mean, with unit
 * @param values {@code [row][column]}, not-a-number where there is none
 * @param marks cells that are framed and named
 */
public record Grid(
        String title,
        String rowLabel,
        List<String> rows,
        String columnLabel,
        List<String> columns,
        String valueLabel,
        double[][] values,
        List<Mark> marks)
        implements Chart {

    /** A framed cell, with a word in it. */
    public record Mark(int row, int column, String word) {}

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the values are not one for each pair, there is no number, or a mark lies outside
     */
    public Grid {
        Check.title("grid", title);
        Check.label(title, "rows", rowLabel);
        Check.label(title, "columns", columnLabel);
        Check.label(title, "colour", valueLabel);
        rows = Check.some(title, "rows", rows);
        columns = Check.some(title, "columns", columns);
        marks = List.copyOf(marks);
        if (values.length != rows.size()) {
            throw new IllegalArgumentException("chart '" + title + "': " + values.length + " rows of values, "
                    + rows.size() + " names; expected as many of both");
        }
        boolean some = false;
        for (double[] row : values) {
            if (row.length != columns.size()) {
                throw new IllegalArgumentException("chart '" + title + "': a row has " + row.length
                        + " values; expected " + columns.size() + ", one for each column");
            }
            for (double value : row) {
                some |= Double.isFinite(value);
            }
        }
        if (!some) {
            throw new IllegalArgumentException("chart '" + title + "': there is no number; expected at least one");
        }
        for (Mark mark : marks) {
            if (mark.row < 0 || mark.row >= rows.size() || mark.column < 0 || mark.column >= columns.size()) {
                throw new IllegalArgumentException("chart '" + title + "': the mark '" + mark.word + "' lies outside");
            }
        }
    }

    @Override
    public Picture picture() {
        return new GridPainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns(rowLabel, columnLabel, valueLabel, "mark");
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                double value = values[row][column];
                table.add(
                        rows.get(row),
                        columns.get(column),
                        Double.isFinite(value) ? (Object) value : "",
                        word(row, column));
            }
        }
        return table;
    }

    String word(int row, int column) {
        return marks.stream()
                .filter(mark -> mark.row == row && mark.column == column)
                .map(Mark::word)
                .findFirst()
                .orElse("");
    }
}
