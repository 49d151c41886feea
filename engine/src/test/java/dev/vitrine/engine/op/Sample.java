package dev.vitrine.engine.op;

import dev.vitrine.engine.autograd.GradientCheck.Argument;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One way to use an op: a name, arguments with values, the call, and the shape that must come out. */
public record Sample(String name, List<Argument> arguments, Function<List<Tensor>, Tensor> call, Shape expected) {

    /** Begins a sample; arguments get normal random values from a seed that is made of the name. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the arguments of a sample. */
    public static final class Builder {
        private final String name;
        private final Rng rng;
        private final List<Argument> arguments = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
            this.rng = new Rng(name.hashCode());
        }

        /** A differentiable argument of normal random values. */
        public Builder input(String argument, int... sizes) {
            return values(argument, true, sizes, rng::gaussian);
        }

        /** A differentiable argument of normal values that stay at least 0.05 away from zero, where an op has a kink. */
        public Builder awayFromZero(String argument, int... sizes) {
            return values(argument, true, sizes, () -> {
                double value = rng.gaussian();
                return value + Math.copySign(0.05, value);
            });
        }

        /** A differentiable argument of uniform values. */
        public Builder uniform(String argument, double low, double high, int... sizes) {
            return values(argument, true, sizes, () -> rng.uniform(low, high));
        }

        /** An argument that takes no gradient, of zeros and ones. */
        public Builder labels(String argument, int... sizes) {
            return values(argument, false, sizes, () -> rng.nextInt(2));
        }

        /** An argument that takes no gradient, of whole numbers from 0 to {@code classes} - 1. */
        public Builder classes(String argument, int classes, int... sizes) {
            return values(argument, false, sizes, () -> rng.nextInt(classes));
        }

        /** An argument that takes no gradient, of uniform values. */
        public Builder constant(String argument, double low, double high, int... sizes) {
            return values(argument, false, sizes, () -> rng.uniform(low, high));
        }

        private Builder values(
                String argument, boolean differentiable, int[] sizes, java.util.function.DoubleSupplier next) {
            Shape shape = Shape.of(sizes);
            double[] values = new double[shape.elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = next.getAsDouble();
            }
            arguments.add(new Argument(argument, shape, values, differentiable));
            return this;
        }

        /** Ends the sample with the call and the shape that must come out. */
        public Sample gives(Shape expected, Function<List<Tensor>, Tensor> call) {
            return new Sample(name, List.copyOf(arguments), call, expected);
        }
    }
}
