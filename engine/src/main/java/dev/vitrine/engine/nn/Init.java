package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;

/** How a parameter is filled before training. Fan-in of a weight [O, C, K] is C * K, fan-out is O * K. */
@FunctionalInterface
public interface Init {
    /** The values in row-major order. */
    double[] values(Shape shape, Rng rng);

    /** The same value everywhere. */
    static Init constant(double value) {
        return (shape, rng) -> fill(shape, () -> value);
    }

    /** Uniform in [-bound, bound). */
    static Init uniform(double bound) {
        return (shape, rng) -> fill(shape, () -> rng.uniform(-bound, bound));
    }

    /**
     * Normal with variance 2 / fan-in, for layers followed by ReLU.
     *
     * <p>Source: He et al., "Delving deep into rectifiers", ICCV 2015, section 2.2.
     */
    static Init heNormal() {
        return (shape, rng) -> {
            double deviation = Math.sqrt(2.0 / fanIn(shape));
            return fill(shape, () -> deviation * rng.gaussian());
        };
    }

    /**
     * Uniform with variance 2 / (fan-in + fan-out); the default of Keras.
     *
     * <p>Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks",
     * AISTATS 2010, section 4.2.
     */
    static Init glorotUniform() {
        return (shape, rng) -> {
            double bound = Math.sqrt(6.0 / (fanIn(shape) + fanOut(shape)));
            return fill(shape, () -> rng.uniform(-bound, bound));
        };
    }

    private static double[] fill(Shape shape, java.util.function.DoubleSupplier next) {
        double[] values = new double[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = next.getAsDouble();
        }
        return values;
    }

    private static int fanIn(Shape weight) {
        return weight.elements() / weight.size(0);
    }

    private static int fanOut(Shape weight) {
        return weight.elements() / weight.size(1);
    }
}
