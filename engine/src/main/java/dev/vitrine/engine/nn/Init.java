package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * How a parameter is filled before training; rules and defaults are those of {@code torch.nn.init}, the random numbers
 * are {@link Rng}'s. A weight is [O, C, K...]; see {@link Fan} and {@link Gain}.
 */
@FunctionalInterface
public interface Init {
    /** The values in row-major order. */
    double[] values(Shape shape, Rng rng);

    /** The same value everywhere. */
    static Init constant(double value) {
        return (shape, rng) -> fill(shape, () -> value);
    }

    /** Zeros. */
    static Init zeros() {
        return constant(0);
    }

    /** Ones. */
    static Init ones() {
        return constant(1);
    }

    /** Uniform in [-bound, bound). */
    static Init uniform(double bound) {
        return uniform(-bound, bound);
    }

    /** Uniform in [low, high). */
    static Init uniform(double low, double high) {
        return (shape, rng) -> fill(shape, () -> rng.uniform(low, high));
    }

    /** Normal with a mean and a standard deviation. */
    static Init normal(double mean, double deviation) {
        return (shape, rng) -> fill(shape, () -> mean + deviation * rng.gaussian());
    }

    /**
     * Normal with standard deviation gain / sqrt(fan); also called He's.
     *
     * <p>Source: He et al., "Delving deep into rectifiers", ICCV 2015, section 2.2.
     */
    static Init kaimingNormal(Fan fan, Gain gain) {
        return (shape, rng) -> normal(0, gain.value() / Math.sqrt(fan.of("kaiming_normal", shape)))
                .values(shape, rng);
    }

    /** Uniform with standard deviation gain / sqrt(fan): the bound is sqrt(3) times that; also called He's. */
    static Init kaimingUniform(Fan fan, Gain gain) {
        return (shape, rng) -> uniform(gain.value() * Math.sqrt(3.0 / fan.of("kaiming_uniform", shape)))
                .values(shape, rng);
    }

    /** {@link #kaimingNormal} by fan-in, for layers followed by ReLU. */
    static Init heNormal() {
        return kaimingNormal(Fan.IN, Gain.RELU);
    }

    /** {@link #kaimingUniform} by fan-in, for layers followed by ReLU. */
    static Init heUniform() {
        return kaimingUniform(Fan.IN, Gain.RELU);
    }

    /**
     * Normal with variance gain² * 2 / (fan-in + fan-out); also called Glorot's.
     *
     * <p>Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks",
     * AISTATS 2010, section 4.2.
     */
    static Init xavierNormal(Gain gain) {
        return (shape, rng) -> normal(0, gain.value() * Math.sqrt(2.0 / fans("xavier_normal", shape)))
                .values(shape, rng);
    }

    /** Uniform with variance gain² * 2 / (fan-in + fan-out); also called Glorot's. */
    static Init xavierUniform(Gain gain) {
        return (shape, rng) -> uniform(gain.value() * Math.sqrt(6.0 / fans("xavier_uniform", shape)))
                .values(shape, rng);
    }

    /** {@link #xavierNormal} with gain 1. */
    static Init glorotNormal() {
        return xavierNormal(Gain.LINEAR);
    }

    /** {@link #xavierUniform} with gain 1; the default of Keras. */
    static Init glorotUniform() {
        return xavierUniform(Gain.LINEAR);
    }

    /**
     * Rows at right angles, or columns where there are fewer of them, each of length {@code gain}; the axes after the
     * first are one.
     *
     * <p>Source: Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear
     * neural networks", ICLR 2014.
     */
    static Init orthogonal(Gain gain) {
        return (shape, rng) -> {
            int columns = Fan.IN.of("orthogonal", shape);
            double[] values = Orthogonal.of(normal(0, 1).values(shape, rng), shape.size(0), columns);
            for (int i = 0; i < values.length; i++) {
                values[i] *= gain.value();
            }
            return values;
        };
    }

    /**
     * The initialiser with a name and PyTorch's defaults: {@code zeros}, {@code ones}, {@code uniform} (0 to 1), {@code
     * normal} (mean 0, deviation 1), {@code xavier_uniform}, {@code xavier_normal}, {@code kaiming_uniform}, {@code
     * kaiming_normal} (fan-in, gain of ReLU), {@code orthogonal}; {@code glorot_} and {@code he_} are other names of
     * {@code xavier_} and {@code kaiming_}.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Init named(String name) {
        Init init = byName().get(name.replace("glorot_", "xavier_").replace("he_", "kaiming_"));
        if (init == null) {
            throw new IllegalArgumentException(
                    "initialiser " + name + " is unknown; there are " + String.join(", ", byName().keySet()));
        }
        return init;
    }

    private static Map<String, Init> byName() {
        Map<String, Init> names = new LinkedHashMap<>();
        names.put("zeros", zeros());
        names.put("ones", ones());
        names.put("uniform", uniform(0, 1));
        names.put("normal", normal(0, 1));
        names.put("xavier_uniform", glorotUniform());
        names.put("xavier_normal", glorotNormal());
        names.put("kaiming_uniform", heUniform());
        names.put("kaiming_normal", heNormal());
        names.put("orthogonal", orthogonal(Gain.LINEAR));
        return names;
    }

    private static double[] fill(Shape shape, DoubleSupplier next) {
        double[] values = new double[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = next.getAsDouble();
        }
        return values;
    }

    private static int fans(String who, Shape weight) {
        return Fan.IN.of(who, weight) + Fan.OUT.of(who, weight);
    }
}
