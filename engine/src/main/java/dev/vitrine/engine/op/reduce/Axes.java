package dev.vitrine.engine.op.reduce;

import dev.vitrine.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which axes a reduction runs over, and whether they stay.
 *
 * <pre>{@code
 * sum(x, Axes.of(0, -1))              // [N, C, L] becomes [C]
 * sum(x, Axes.of(0, -1).keepDims())   // [N, C, L] becomes [1, C, 1]
 * sum(x, Axes.all())                  // a scalar
 * }</pre>
 *
 * @param axes each from -rank to rank - 1, negative ones counted from the end; empty for all
 * @param dims what becomes of them
 */
public record Axes(List<Integer> axes, Dims dims) {
    /** What becomes of an axis that has been reduced. */
    public enum Dims {
        /** It is gone. */
        DROPPED,
        /** It stays with size 1 (PyTorch's and NumPy's {@code keepdim}), so that the result broadcasts against x. */
        KEPT
    }

    public Axes {
        axes = List.copyOf(axes);
    }

    /** Every axis. */
    public static Axes all() {
        return new Axes(List.of(), Dims.DROPPED);
    }

    /** The given axes, in any order. */
    public static Axes of(int first, int... more) {
        List<Integer> axes = new ArrayList<>(List.of(first));
        for (int axis : more) {
            axes.add(axis);
        }
        return new Axes(axes, Dims.DROPPED);
    }

    /** The same axes, kept with size 1. */
    public Axes keepDims() {
        return new Axes(axes, Dims.KEPT);
    }

    /** For each axis of {@code x}, whether it is reduced. */
    boolean[] in(String op, Shape x) {
        boolean[] reduced = new boolean[x.rank()];
        for (int axis : axes) {
            int index = axis < 0 ? axis + x.rank() : axis;
            if (index < 0 || index >= x.rank()) {
                throw new IllegalArgumentException(op + ": x " + x + " has no axis " + axis
                        + (x.rank() == 0
                                ? "; it is a scalar"
                                : "; axes go from " + -x.rank() + " to " + (x.rank() - 1)));
            }
            if (reduced[index]) {
                throw new IllegalArgumentException(op + ": axis " + axis + " of x " + x + " is named twice in " + axes);
            }
            reduced[index] = true;
        }
        if (axes.isEmpty()) {
            Arrays.fill(reduced, true);
        }
        return reduced;
    }
}
