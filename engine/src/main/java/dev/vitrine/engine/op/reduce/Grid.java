package dev.vitrine.engine.op.reduce;

/**
 * Places in memory that lie on a grid: the place with the coordinates (i, j, k, l) is at the sum of coordinate times
 * stride. A place's index counts them in row-major order, the last axis quickest.
 *
 * @param sizes places along each axis; always {@link #AXES} numbers, the outer ones 1 where fewer axes are needed
 * @param strides how far neighbours along each axis lie apart
 */
record Grid(int[] sizes, int[] strides) {
    /** Kernels take sizes and strides as an {@code int4} each. */
    static final int AXES = 4;

    /** The number of places. */
    int count() {
        return outer() * inner();
    }

    /** The number of places along the last axis. */
    int inner() {
        return sizes[AXES - 1];
    }

    /** The number of rows along the last axis. */
    int outer() {
        int count = 1;
        for (int axis = 0; axis < AXES - 1; axis++) {
            count *= sizes[axis];
        }
        return count;
    }

    /** Where the place of the given index lies. */
    int at(int index) {
        int rest = index;
        int at = 0;
        for (int axis = AXES - 1; axis >= 0; axis--) {
            at += rest % sizes[axis] * strides[axis];
            rest /= sizes[axis];
        }
        return at;
    }
}
