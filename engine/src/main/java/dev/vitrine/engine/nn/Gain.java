package dev.vitrine.engine.nn;

/**
 * By how much weights must be larger because of the function that follows; as {@code torch.nn.init.calculate_gain}.
 *
 * @param value times the standard deviation, above 0
 */
public record Gain(double value) {
    /** No function, or a sigmoid: 1. */
    public static final Gain LINEAR = new Gain(1);

    /** Hyperbolic tangent: 5 / 3. */
    public static final Gain TANH = new Gain(5.0 / 3);

    /** ReLU: the root of 2. */
    public static final Gain RELU = new Gain(Math.sqrt(2));

    /** SELU: 3 / 4. */
    public static final Gain SELU = new Gain(0.75);

    public Gain {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gain must be a number above 0, got " + value);
        }
    }

    /** Leaky ReLU: sqrt(2 / (1 + slope²)). */
    public static Gain leakyReLU(double slope) {
        return new Gain(Math.sqrt(2 / (1 + slope * slope)));
    }
}
