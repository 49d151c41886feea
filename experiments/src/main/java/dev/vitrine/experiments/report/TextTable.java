package dev.vitrine.experiments.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for the terminal: columns of numbers flush right, columns of words flush left, never wider than 80 characters.
 *
 * <p>Cells too long for that are broken at their blanks. There is no box; one rule stands under the header.
 *
 * @param columns header
 * @param rows cells, as many per row as there are columns
 */
public record TextTable(List<String> columns, List<List<String>> rows) {

    /** The widest line, in characters. */
    public static final int WIDTH = 80;

    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are no columns, too many for the width, or a row of another length
     */
    public TextTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        if (columns.isEmpty() || columns.size() * (NARROWEST + GAP.length()) > WIDTH) {
            throw new IllegalArgumentException(
                    "text table: " + columns.size() + " columns; expected 1 to " + WIDTH / (NARROWEST + GAP.length()));
        }
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "text table: row " + row + " has " + row.size() + " cells; expected " + columns.size());
            }
        }
    }

    /** All lines, each closed by a line feed. */
    public String render() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        append(text, columns, widths);
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        append(text, rule, widths);
        rows.forEach(row -> append(text, row, widths));
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        int total = GAP.length() * (widths.length - 1);
        for (int c = 0; c < widths.length; c++) {
            widths[c] = longest(c);
            total += widths[c];
        }
        for (; total > WIDTH; total--) {
            widths[widest(widths)]--;
        }
        return widths;
    }

    private int longest(int column) {
        int longest = length(columns.get(column));
        for (List<String> row : rows) {
            longest = Math.max(longest, length(row.get(column)));
        }
        return longest;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int c = 1; c < widths.length; c++) {
            widest = widths[c] > widths[widest] ? c : widest;
        }
        return widest;
    }

    private void append(StringBuilder text, List<String> cells, int[] widths) {
        List<List<String>> wrapped = new ArrayList<>();
        int lines = 1;
        for (int c = 0; c < widths.length; c++) {
            wrapped.add(wrap(cells.get(c), widths[c]));
            lines = Math.max(lines, wrapped.get(c).size());
        }
        for (int line = 0; line < lines; line++) {
            appendLine(text, wrapped, line, widths);
        }
    }

    private void appendLine(StringBuilder text, List<List<String>> wrapped, int line, int[] widths) {
        StringBuilder row = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            List<String> parts = wrapped.get(c);
            String part = line < parts.size() ? parts.get(line) : "";
            String blanks = " ".repeat(widths[c] - length(part));
            row.append(c == 0 ? "" : GAP).append(numeric(c) ? blanks + part : part + blanks);
        }
        text.append(row.toString().stripTrailing()).append('\n');
    }

    /** A column that holds only numbers, perhaps with a sign or a unit behind, or a dash for none. */
    private boolean numeric(int column) {
        List<String> cells = rows.stream().map(row -> row.get(column)).toList();
        return !cells.isEmpty()
                && cells.stream()
                        .allMatch(cell -> cell.matches("[-+\u2212\u2265\u2264<>~]? ?[\\d.,]+.{0,20}|[-\u2013\u2014]?"));
    }

    private static List<String> wrap(String cell, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : cell.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && length(longer) > width) {
                lines.add(line);
                longer = word;
            }
            while (length(longer) > width) {
                int cut = longer.offsetByCodePoints(0, width);
                lines.add(longer.substring(0, cut));
                longer = longer.substring(cut);
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
