package dev.vitrine.experiments.gradcheck;

import dev.vitrine.engine.autograd.GradientCheck.Argument;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * One small use of an operation.
 *
 * @param op its name, as in {@code conv1d}
 * @param use what is special about this use, as in {@code stride 2}
 * @param arguments with values; those that take a gradient are checked
 * @param call takes the arguments in order
 */
public record Case(String op, String use, List<Argument> arguments, Function<List<Tensor>, Tensor> call) {
    public Case {
        arguments = List.copyOf(arguments);
    }

    static Builder of(String op, String use) {
        return new Builder(op, use);
    }

    /** Collects the arguments; values come from a seed made of the names. */
    static final class Builder {
        private final String op;
        private final String use;
        private final Rng rng;
        private final List<Argument> arguments = new ArrayList<>();

        private Builder(String op, String use) {
            this.op = op;
            this.use = use;
            this.rng = new Rng((op + use).hashCode());
        }

        /** Normal values. */
        Builder input(String name, int... sizes) {
            return add(name, true, sizes, rng::gaussian);
        }

        /** Normal values at least 0.05 away from zero, where an operation has a kink. */
        Builder awayFromZero(String name, int... sizes) {
            return add(name, true, sizes, () -> {
                double value = rng.gaussian();
                return value + Math.copySign(0.05, value);
            });
        }

        /** Values from 0.5 to 2, for operations that want them positive. */
        Builder positive(String name, int... sizes) {
            return add(name, true, sizes, () -> rng.uniform(0.5, 2));
        }

        /** Values that differ by at least 0.1 from each other, where the operation takes the largest. */
        Builder distinct(String name, int... sizes) {
            int count = Shape.of(sizes).elements();
            double[] ranks = new double[count];
            for (int i = 0; i < count; i++) {
                int j = rng.nextInt(i + 1);
                ranks[i] = ranks[j];
                ranks[j] = 0.1 * (i - count / 2.0);
            }
            int[] next = {0};
            return add(name, true, sizes, () -> ranks[next[0]++]);
        }

        /** Whole numbers 0 .. below-1 that take no gradient. */
        Builder whole(String name, int below, int... sizes) {
            return add(name, false, sizes, () -> rng.nextInt(below));
        }

        private Builder add(String name, boolean differentiable, int[] sizes, DoubleSupplier next) {
            Shape shape = Shape.of(sizes);
            double[] values = new double[shape.elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = next.getAsDouble();
            }
            arguments.add(new Argument(name, shape, values, differentiable));
            return this;
        }

        Case calls(Function<List<Tensor>, Tensor> call) {
            return new Case(op, use, arguments, call);
        }
    }
}
