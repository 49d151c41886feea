package dev.vitrine.engine.nn;

/** Makes the rows or columns of a matrix stand at right angles: what QR decomposition with a positive diagonal gives. */
final class Orthogonal {
    private Orthogonal() {}

    /**
     * The orthonormal matrix nearest along Gram and Schmidt's way: of the columns, or of the rows where there are fewer
     * of them.
     *
     * @param matrix [rows, columns] in row-major order
     */
    static double[] of(double[] matrix, int rows, int columns) {
        boolean tall = rows >= columns;
        int count = tall ? columns : rows;
        int length = tall ? rows : columns;
        int next = tall ? 1 : columns; // from one vector to the next
        int along = tall ? columns : 1; // along a vector
        double[] q = matrix.clone();
        for (int v = 0; v < count; v++) {
            for (int pass = 0; pass < 2; pass++) { // once more for what rounding left over
                for (int before = 0; before < v; before++) {
                    double dot = dot(q, before * next, v * next, along, length);
                    add(q, before * next, v * next, along, length, -dot);
                }
            }
            scale(q, v * next, along, length, 1 / Math.sqrt(dot(q, v * next, v * next, along, length)));
        }
        return q;
    }

    private static double dot(double[] q, int a, int b, int along, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += q[a + i * along] * q[b + i * along];
        }
        return sum;
    }

    private static void add(double[] q, int from, int to, int along, int length, double share) {
        for (int i = 0; i < length; i++) {
            q[to + i * along] += share * q[from + i * along];
        }
    }

    private static void scale(double[] q, int at, int along, int length, double share) {
        for (int i = 0; i < length; i++) {
            q[at + i * along] *= share;
        }
    }
}
