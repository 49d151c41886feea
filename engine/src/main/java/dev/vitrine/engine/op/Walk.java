package dev.vitrine.engine.op;

import java.util.Arrays;

/**
 * Positions along some axes in row-major order, and where each lies in an array.
 *
 * <pre>
 * index = sum over axes of  position[axis] * strides[axis]
 * </pre>
 *
 * @param sizes positions along each axis, outermost first; at least one axis
 * @param strides how far apart neighbours along each axis lie; 0 where one element repeats
 */
public record Walk(int[] sizes, int[] strides) {
    /** Kernels take sizes and strides as vectors of this many numbers ({@code int8}). */
    public static final int MOST_AXES = 8;

    public Walk {
        if (sizes.length < 1 || sizes.length > MOST_AXES || sizes.length != strides.length) {
            throw new IllegalArgumentException("walk: wants 1 to " + MOST_AXES + " sizes and as many strides, got "
                    + Arrays.toString(sizes) + " and " + Arrays.toString(strides));
        }
    }

    /** The number of axes. */
    public int axes() {
        return sizes.length;
    }

    /** The number of positions. */
    public int count() {
        return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    }

    /** The index of position {@code i}. */
    public int at(int i) {
        int rest = i;
        int index = 0;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            index += rest % sizes[axis] * strides[axis];
            rest /= sizes[axis];
        }
        return index;
    }

    /** The sizes as a kernel compiled for {@code axes} axes takes them: further axes in front have one position. */
    public int[] sizesFor(int axes) {
        return padded(sizes, axes, 1);
    }

    /** The strides that go with {@link #sizesFor}. */
    public int[] stridesFor(int axes) {
        return padded(strides, axes, 0);
    }

    private static int[] padded(int[] numbers, int axes, int value) {
        int[] vector = new int[MOST_AXES];
        Arrays.fill(vector, value);
        System.arraycopy(numbers, 0, vector, axes - numbers.length, numbers.length);
        return vector;
    }
}
