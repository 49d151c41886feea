package dev.vitrine.engine.op.view;

import dev.vitrine.engine.tensor.Shape;

/**
 * An array seen along one of its axes, as [outer, size, inner].
 *
 * @param axis which, counted from the front
 * @param outer the product of the axes before
 * @param size of the axis
 * @param inner the product of the axes after: how far neighbours along the axis lie apart
 */
record Along(int axis, int outer, int size, int inner) {
    /**
     * An array along an axis.
     *
     * @param op named in the message
     * @param axis negative counts from the end
     * @throws IllegalArgumentException if there is no such axis
     */
    static Along axis(String op, Shape x, int axis) {
        int index = index(op, x, axis);
        int outer = 1;
        for (int before = 0; before < index; before++) {
            outer *= x.size(before);
        }
        return new Along(index, outer, x.size(index), x.elements() / outer / x.size(index));
    }

    /** The axis counted from the front. */
    static int index(String op, Shape x, int axis) {
        int index = axis < 0 ? axis + x.rank() : axis;
        if (index < 0 || index >= x.rank()) {
            throw new IllegalArgumentException(op + ": x " + x + " has no axis " + axis
                    + (x.rank() == 0 ? "; it is a scalar" : "; axes go from " + -x.rank() + " to " + (x.rank() - 1)));
        }
        return index;
    }

    /** The shape {@code x} with another size along this axis. */
    Shape resized(Shape x, int newSize) {
        int[] sizes = x.toArray();
        sizes[axis] = newSize;
        return Shape.of(sizes);
    }
}
