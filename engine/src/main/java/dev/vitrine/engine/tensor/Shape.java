package dev.vitrine.engine.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor's axes, outermost first, as NumPy's {@code shape}: {@code [N, C, L]} is a batch of N items with
 * C channels of L samples. The last axis is contiguous in memory (row-major order). A scalar has the shape {@code []}.
 */
public final class Shape {
    private final int[] sizes;
    private final int elements;

    private Shape(int[] sizes) {
        long product = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] < 1) {
                throw new IllegalArgumentException("shape " + text(sizes) + ": axis " + axis + " must be at least 1");
            }
            product *= sizes[axis];
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("shape " + text(sizes) + ": more than " + Integer.MAX_VALUE
                        + " elements do not fit one tensor");
            }
        }
        this.sizes = sizes;
        this.elements = (int) product;
    }

    /**
     * A shape of the given axis sizes.
     *
     * @param sizes one size per axis, each at least 1; none for a scalar
     * @throws IllegalArgumentException if a size is below 1 or there are more than 2^31 - 1 elements
     */
    public static Shape of(int... sizes) {
        return new Shape(sizes.clone());
    }

    /** The number of axes. */
    public int rank() {
        return sizes.length;
    }

    /** The number of elements: the product of all axis sizes, 1 for a scalar. */
    public int elements() {
        return elements;
    }

    /**
     * The size of one axis.
     *
     * @param axis 0 is the outermost; negative counts from the end, so -1 is the contiguous axis
     * @throws IndexOutOfBoundsException if there is no such axis
     */
    public int size(int axis) {
        int index = axis < 0 ? axis + sizes.length : axis;
        if (index < 0 || index >= sizes.length) {
            throw new IndexOutOfBoundsException("shape " + this + " has no axis " + axis);
        }
        return sizes[index];
    }

    /** The axis sizes as a new array. */
    public int[] toArray() {
        return sizes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape that && Arrays.equals(sizes, that.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** Written as in NumPy and PyTorch: {@code [32, 10, 8000]}. */
    @Override
    public String toString() {
        return text(sizes);
    }

    private static String text(int[] sizes) {
        return Arrays.stream(sizes).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
