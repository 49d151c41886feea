package dev.vitrine.engine.op.reduce;

import dev.vitrine.engine.tensor.Shape;
import java.util.Arrays;

/**
 * Which elements of x meet in which element of the output: output o is made from the elements at {@code kept.at(o) +
 * reduced.at(r)} of x, for r = 0 .. reduced.count()-1.
 *
 * <p>Neighbouring axes with the same fate are taken as one, and axes of size 1 left out. So [N, C, H, W] reduced over
 * its last two axes has one kept axis of N * C and one reduced axis of H * W.
 *
 * @param output the output's shape
 * @param kept where the first element of each output lies in x, by the output's index
 * @param reduced where the elements of one output lie, seen from the first
 */
record Reduction(Shape output, Grid kept, Grid reduced) {
    /**
     * Works out a reduction.
     *
     * @param op named in messages
     */
    static Reduction of(String op, Shape x, Axes axes) {
        boolean[] isReduced = axes.in(op, x);
        Shape output = output(x, isReduced, axes.dims());
        return new Reduction(output, grid(op, x, isReduced, false), grid(op, x, isReduced, true));
    }

    private static Shape output(Shape x, boolean[] isReduced, Axes.Dims dims) {
        int[] sizes = new int[x.rank()];
        int rank = 0;
        for (int axis = 0; axis < x.rank(); axis++) {
            if (!isReduced[axis]) {
                sizes[rank++] = x.size(axis);
            } else if (dims == Axes.Dims.KEPT) {
                sizes[rank++] = 1;
            }
        }
        return Shape.of(Arrays.copyOf(sizes, rank));
    }

    /** The axes of x that are reduced, or those that are not. */
    private static Grid grid(String op, Shape x, boolean[] isReduced, boolean wanted) {
        int[] sizes = {1, 1, 1, 1};
        int[] strides = new int[Grid.AXES];
        int slot = Grid.AXES;
        int stride = 1;
        boolean goesOn = false;
        for (int axis = x.rank() - 1; axis >= 0; axis--) {
            if (x.size(axis) > 1) {
                boolean ours = isReduced[axis] == wanted;
                if (ours && !goesOn) {
                    slot = next(op, x, slot);
                    strides[slot] = stride;
                }
                if (ours) {
                    sizes[slot] *= x.size(axis);
                }
                goesOn = ours;
                stride *= x.size(axis);
            }
        }
        return new Grid(sizes, strides);
    }

    private static int next(String op, Shape x, int slot) {
        if (slot == 0) {
            throw new IllegalArgumentException(op + ": the axes cut x " + x + " into more than " + 2 * Grid.AXES
                    + " pieces; reduce over some axes first, then over the others");
        }
        return slot - 1;
    }

    /** The number of outputs. */
    int outputs() {
        return kept.count();
    }

    /** The number of elements that become one output. */
    int terms() {
        return reduced.count();
    }

    /**
     * True if neighbours in memory go to neighbouring outputs, false if they go to the same output: where a kernel's
     * vectors lie.
     */
    boolean neighboursStayApart() {
        return kept.strides()[Grid.AXES - 1] == 1;
    }
}
