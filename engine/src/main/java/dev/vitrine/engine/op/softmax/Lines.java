package dev.vitrine.engine.op.softmax;

import dev.vitrine.engine.tensor.Shape;

/**
 * An array cut into lines along one axis: element d of line (o, k) lies at (o * size + d) * inner + k.
 *
 * @param outer positions of all axes before
 * @param size positions of the axis
 * @param inner positions of all axes behind
 */
record Lines(int outer, int size, int inner) {
    /**
     * The lines along {@code axis}.
     *
     * @throws IllegalArgumentException if there is no such axis
     */
    static Lines along(String op, Shape x, int axis) {
        int index = axis < 0 ? axis + x.rank() : axis;
        if (index < 0 || index >= x.rank()) {
            throw new IllegalArgumentException(op + ": x " + x + " has no axis " + axis
                    + (x.rank() == 0 ? "; it is a scalar" : "; axes go from " + -x.rank() + " to " + (x.rank() - 1)));
        }
        int outer = 1;
        for (int before = 0; before < index; before++) {
            outer *= x.size(before);
        }
        return new Lines(outer, x.size(index), x.elements() / outer / x.size(index));
    }

    /** The number of lines. */
    int count() {
        return outer * inner;
    }

    /** Where line {@code line} begins; its elements lie {@code inner} apart. */
    int start(int line) {
        return line / inner * size * inner + line % inner;
    }
}
