package dev.vitrine.experiments.page;

import java.util.ArrayList;
import java.util.List;

/**
 * An array drawn as rows of cells.
 *
 * @param caption above it
 * @param cells rows of equal length
 * @param rows names beside the rows, or none
 * @param columns names above the columns, or none
 */
record Grid(String caption, List<List<Cell>> cells, List<String> rows, List<String> columns) implements Sheet.Part {
    static final double SIZE = 50;
    private static final double CAPTION = 32;
    private static final double NAME = 24;
    private static final double LETTER = 10.5;

    /** What stands at row i, column j. */
    @FunctionalInterface
    interface Content {
        Cell at(int i, int j);
    }

    static Grid of(String caption, int height, int width, Content content) {
        List<List<Cell>> cells = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            List<Cell> row = new ArrayList<>();
            for (int j = 0; j < width; j++) {
                row.add(content.at(i, j));
            }
            cells.add(row);
        }
        return new Grid(caption, cells, List.of(), List.of());
    }

    /** A matrix of numbers. */
    static Grid of(String caption, int width, double... values) {
        return of(caption, values.length / width, width, (i, j) -> Cell.of(values[i * width + j]));
    }

    /** The same with names of rows and columns. */
    Grid named(List<String> newRows, List<String> newColumns) {
        return new Grid(caption, cells, newRows, newColumns);
    }

    /** The same with some cells changed. */
    Grid painted(Recolour change) {
        return of(
                        caption,
                        cells.size(),
                        width0(),
                        (i, j) -> change.of(i, j, cells.get(i).get(j)))
                .named(rows, columns);
    }

    /** What becomes of a cell. */
    @FunctionalInterface
    interface Recolour {
        Cell of(int i, int j, Cell cell);
    }

    private int width0() {
        return cells.get(0).size();
    }

    private double left() {
        return rows.isEmpty()
                ? 0
                : 8 + LETTER * rows.stream().mapToInt(String::length).max().orElse(0);
    }

    private double top() {
        return (caption.isEmpty() ? 6 : CAPTION) + (columns.isEmpty() ? 0 : NAME);
    }

    @Override
    public double width() {
        return Math.max(left() + width0() * SIZE, left() + LETTER * caption.length());
    }

    @Override
    public double height() {
        return top() + cells.size() * SIZE;
    }

    @Override
    public double middle() {
        return top() + cells.size() * SIZE / 2;
    }

    @Override
    public void paint(Canvas canvas, double x, double y) {
        double first = x + left();
        if (!caption.isEmpty()) {
            canvas.text(caption, first, y + 20, Canvas.Anchor.START, Canvas.Style.BOLD, Ink.BLACK);
        }
        for (int j = 0; j < columns.size(); j++) {
            double center = first + (j + 0.5) * SIZE;
            canvas.text(columns.get(j), center, y + top() - 6, Canvas.Anchor.MIDDLE, Canvas.Style.SMALL, Ink.GREY);
        }
        for (int i = 0; i < rows.size(); i++) {
            double base = y + top() + (i + 0.5) * SIZE + 6;
            canvas.text(rows.get(i), first - 8, base, Canvas.Anchor.END, Canvas.Style.SMALL, Ink.GREY);
        }
        for (Cell.Edge edge : List.of(Cell.Edge.DASHED, Cell.Edge.THIN, Cell.Edge.STRONG)) {
            paintCells(canvas, edge, first, y + top());
        }
    }

    /** Strong frames come last, so that no neighbour covers them. */
    private void paintCells(Canvas canvas, Cell.Edge edge, double x, double y) {
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < width0(); j++) {
                Cell cell = cells.get(i).get(j);
                if (cell.edge() == edge) {
                    cell.paint(canvas, x + j * SIZE, y + i * SIZE, SIZE);
                }
            }
        }
    }
}
