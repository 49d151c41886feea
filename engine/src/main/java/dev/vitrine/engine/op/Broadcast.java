package dev.vitrine.engine.op;

import dev.vitrine.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Arrays of different shapes that are read as if they had one common shape, by NumPy's rules: shapes are aligned at
 * their last axis, missing axes count as size 1, and an axis of size 1 repeats. Nothing is copied: along an axis that
 * repeats the array's stride is 0.
 *
 * <p>Neighbouring axes that every array passes through in one go are taken as one. So [8, 3, 5] with [8, 3, 5] is one
 * axis of 120, and [8, 3, 5] with [5] is two, of 24 and 5.
 *
 * <p>Source: NumPy manual, "Broadcasting", general rules.
 */
public final class Broadcast {
    private final Shape shape;
    private final List<Shape> inputs;
    private final List<Walk> walks;

    private Broadcast(Shape shape, List<Shape> inputs) {
        this.shape = shape;
        this.inputs = inputs;
        int[][] all = new int[inputs.size()][];
        Arrays.setAll(all, k -> strides(inputs.get(k), shape));
        List<Integer> starts = axesThatStart(shape, all);
        walks = Arrays.stream(all)
                .map(strides -> new Walk(sizes(shape, starts), atInnermost(shape, strides, starts)))
                .toList();
    }

    /**
     * The common shape of all, and how each is read.
     *
     * @param op named in the message
     * @throws IllegalArgumentException if two sizes of an axis differ and neither is 1
     */
    public static Broadcast of(String op, Shape... inputs) {
        Shape common = inputs[0];
        for (Shape input : inputs) {
            common = common(op, common, input);
        }
        return new Broadcast(common, List.of(inputs));
    }

    /**
     * How {@code from} is read where {@code to} is wanted.
     *
     * @param op named in the message
     * @throws IllegalArgumentException if {@code from} does not repeat to exactly that shape
     */
    public static Broadcast to(String op, Shape from, Shape to) {
        boolean fits = from.rank() <= to.rank();
        for (int axis = 1; fits && axis <= from.rank(); axis++) {
            fits = from.size(-axis) == 1 || from.size(-axis) == to.size(-axis);
        }
        if (!fits) {
            throw new IllegalArgumentException(op + ": " + from + " does not broadcast to " + to);
        }
        return new Broadcast(checked(op, to), List.of(from));
    }

    private static Shape common(String op, Shape a, Shape b) {
        int[] sizes = new int[Math.max(a.rank(), b.rank())];
        for (int axis = 1; axis <= sizes.length; axis++) {
            int ofA = axis <= a.rank() ? a.size(-axis) : 1;
            int ofB = axis <= b.rank() ? b.size(-axis) : 1;
            if (ofA != ofB && ofA != 1 && ofB != 1) {
                throw new IllegalArgumentException(op + ": shapes " + a + " and " + b + " do not broadcast: axis -"
                        + axis + " has " + ofA + " and " + ofB + "; they must be equal, or one of them 1");
            }
            sizes[sizes.length - axis] = Math.max(ofA, ofB);
        }
        return checked(op, Shape.of(sizes));
    }

    private static Shape checked(String op, Shape shape) {
        if (shape.rank() > Walk.MOST_AXES) {
            throw new IllegalArgumentException(
                    op + ": at most " + Walk.MOST_AXES + " axes can be broadcast, got " + shape);
        }
        return shape;
    }

    /** How far apart neighbours along each axis of {@code shape} lie in {@code input}; 0 where it repeats. */
    private static int[] strides(Shape input, Shape shape) {
        int[] strides = new int[shape.rank()];
        int step = 1;
        for (int axis = 1; axis <= input.rank(); axis++) {
            strides[shape.rank() - axis] = input.size(-axis) == 1 ? 0 : step;
            step *= input.size(-axis);
        }
        return strides;
    }

    /** The axes at which no array simply goes on as along the axis before; at least one. */
    private static List<Integer> axesThatStart(Shape shape, int[][] strides) {
        List<Integer> starts = new ArrayList<>();
        int before = -1;
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (shape.size(axis) > 1) {
                if (before < 0 || !goesOn(shape, strides, before, axis)) {
                    starts.add(axis);
                }
                before = axis;
            }
        }
        return starts.isEmpty() ? List.of(0) : starts;
    }

    private static boolean goesOn(Shape shape, int[][] strides, int outer, int inner) {
        return Arrays.stream(strides).allMatch(stride -> stride[outer] == stride[inner] * shape.size(inner));
    }

    /** The axis before which the group that begins with {@code starts.get(group)} ends. */
    private static int end(Shape shape, List<Integer> starts, int group) {
        return group + 1 < starts.size() ? starts.get(group + 1) : shape.rank();
    }

    private static int[] sizes(Shape shape, List<Integer> starts) {
        int[] sizes = new int[starts.size()];
        for (int group = 0; group < sizes.length; group++) {
            sizes[group] = 1;
            for (int axis = starts.get(group); axis < end(shape, starts, group); axis++) {
                sizes[group] *= shape.size(axis);
            }
        }
        return sizes;
    }

    /** The stride of each group's last axis that has more than one position; 0 where there is none. */
    private static int[] atInnermost(Shape shape, int[] strides, List<Integer> starts) {
        int[] steps = new int[starts.size()];
        for (int group = 0; group < steps.length; group++) {
            for (int axis = starts.get(group); axis < end(shape, starts, group); axis++) {
                steps[group] = shape.size(axis) == 1 ? steps[group] : strides[axis];
            }
        }
        return steps;
    }

    /** The common shape. */
    public Shape shape() {
        return shape;
    }

    /** The shape of one of the arrays. */
    public Shape input(int input) {
        return inputs.get(input);
    }

    /** True if elements of this array are read more than once. */
    public boolean repeats(int input) {
        return inputs.get(input).elements() < shape.elements();
    }

    /** Which element of an array is read at each position of the common shape. */
    public Walk read(int input) {
        return walks.get(input);
    }

    /** For each element of an array, the first position of the common shape at which it is read. */
    public Walk kept(int input) {
        return ofCommon(walks.get(input), stride -> stride != 0);
    }

    /** How far from the first position the others lie at which the same element is read. */
    public Walk repeated(int input) {
        return ofCommon(walks.get(input), stride -> stride == 0);
    }

    private static Walk ofCommon(Walk walk, IntPredicate wanted) {
        int[] sizes = walk.sizes();
        int[] some = IntStream.range(0, sizes.length)
                .filter(axis -> wanted.test(walk.strides()[axis]))
                .toArray();
        if (some.length == 0) {
            return new Walk(new int[] {1}, new int[] {0});
        }
        return new Walk(
                Arrays.stream(some).map(axis -> sizes[axis]).toArray(),
                Arrays.stream(some).map(axis -> inner(sizes, axis)).toArray());
    }

    /** The number of positions inside of an axis. */
    private static int inner(int[] sizes, int axis) {
        return Arrays.stream(sizes, axis + 1, sizes.length).reduce(1, (a, b) -> a * b);
    }
}
