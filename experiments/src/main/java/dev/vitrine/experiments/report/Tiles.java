package dev.vitrine.experiments.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Matrices as coloured tiles, all on one scale: the weights of each layer as {@code [out, in · kernel]}.
 *
 * <p>Where values have both signs the scale is symmetric: blue is negative, white is zero, orange is positive. Otherwise
 * dark is low and bright is high.
 *
 * <p>CSV columns: "matrix", the row label, the column label, the value label; indices count from 0.
 *
 * @param title what one should see
 * @param rowLabel what the rows are, such as {@code output channel}
 * @param columnLabel what the columns are, such as {@code input channel and tap}
 * @param valueLabel what the colours mean, with unit
 * @param columns matrices in a row
 * @param matrices at least one
 */
public record Tiles(
        String title, String rowLabel, String columnLabel, String valueLabel, int columns, List<Matrix> matrices)
        implements Chart {

    /**
     * One matrix.
     *
     * @param name above the tiles
     * @param values {@code [rows][columns]}, all rows of one length
     */
    public record Matrix(String name, double[][] values) {

        /** A matrix from its flat, row-major values, as the engine keeps them. */
        public static Matrix ofFlat(String name, double[] values, int rows) {
            if (rows < 1 || values.length % rows != 0) {
                throw new IllegalArgumentException("matrix '" + name + "': " + values.length
                        + " values do not divide into " + rows + " rows; expected a multiple of the rows");
            }
            int width = values.length / rows;
            double[][] matrix = new double[rows][];
            Arrays.setAll(matrix, r -> Arrays.copyOfRange(values, r * width, (r + 1) * width));
            return new Matrix(name, matrix);
        }

        int rows() {
            return values.length;
        }

        int width() {
            return values[0].length;
        }
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no matrix, or one that is empty, ragged or not finite
     */
    public Tiles {
        Check.title("tiles", title);
        Check.label(title, "row", rowLabel);
        Check.label(title, "column", columnLabel);
        Check.label(title, "colour", valueLabel);
        Check.columns(title, columns);
        matrices = Check.some(title, "matrices", matrices);
        for (Matrix matrix : matrices) {
            checkMatrix(title, matrix);
        }
    }

    private static void checkMatrix(String title, Matrix matrix) {
        if (matrix.rows() == 0) {
            throw new IllegalArgumentException(
                    "chart '" + title + "', '" + matrix.name() + "': no rows; expected at least one");
        }
        for (int row = 0; row < matrix.rows(); row++) {
            Check.finite(title, matrix.name(), "row " + row, matrix.values()[row]);
            if (matrix.values()[row].length != matrix.width()) {
                throw new IllegalArgumentException("chart '" + title + "', '" + matrix.name() + "': row " + row
                        + " has " + matrix.values()[row].length + " values, row 0 has " + matrix.width()
                        + "; expected rows of one length");
            }
        }
    }

    @Override
    public Picture picture() {
        return new TilesPainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns("matrix", rowLabel, columnLabel, valueLabel);
        for (Matrix matrix : matrices) {
            for (int r = 0; r < matrix.rows(); r++) {
                for (int c = 0; c < matrix.width(); c++) {
                    table.add(matrix.name(), r, c, matrix.values()[r][c]);
                }
            }
        }
        return table;
    }

    ColourScale scale() {
        Stream<double[]> all = matrices.stream().flatMap(matrix -> Arrays.stream(matrix.values()));
        return ColourScale.over(Range.ofAll(all));
    }
}
