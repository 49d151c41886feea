package dev.vitrine.engine.autograd;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Compares the gradient that a backward walk gives with what the function really does when an input is nudged.
 *
 * <pre>
 * expected = (f(x + h) - f(x - h)) / (2 h)        h = step * max(1, |x|)
 * </pre>
 *
 * for every element of every input, on one random linear combination of the outputs. On the Java device (double
 * precision) the two agree to about 1e-9 away from kinks.
 *
 * <p>Source: Press et al., "Numerical Recipes", 3rd ed. 2007, section 5.7.
 */
public final class GradientCheck {
    private static final double STEP = 1e-5;

    /** One input of the function under test. */
    public record Argument(String name, Shape shape, double[] values, boolean differentiable) {
        public Argument {
            if (values.length != shape.elements()) {
                throw new IllegalArgumentException("argument " + name + ": shape " + shape + " wants "
                        + shape.elements() + " values, got " + values.length);
            }
        }
    }

    /**
     * The worst disagreement found.
     *
     * @param argument the input's name
     * @param index the element in row-major order
     * @param expected the central difference
     * @param got what the backward walk gave
     * @param error |expected - got| / max(1, |expected|)
     */
    public record Worst(String argument, int index, double expected, double got, double error) {}

    private final String name;
    private final Device device;
    private final Device differences;
    private final Function<List<Tensor>, Tensor> function;

    /**
     * A check of {@code function} on {@code device}.
     *
     * @param name what failures are reported under, as in {@code conv1d}
     * @param function takes the arguments in order; must not depend on anything else
     */
    public GradientCheck(String name, Device device, Function<List<Tensor>, Tensor> function) {
        this(name, device, device, function);
    }

    /**
     * A check of gradients on {@code device} against central differences on another: those of an OpenCL device, in
     * float32, say something only beside differences in double precision.
     *
     * @param differences where the function is nudged, as a rule a Java device
     */
    public GradientCheck(String name, Device device, Device differences, Function<List<Tensor>, Tensor> function) {
        this.name = name;
        this.device = device;
        this.differences = differences;
        this.function = function;
    }

    /** The worst element of each differentiable argument. */
    public List<Worst> run(List<Argument> arguments) {
        double[][] got = gradients(arguments);
        List<Worst> worst = new ArrayList<>();
        for (int a = 0; a < arguments.size(); a++) {
            if (arguments.get(a).differentiable()) {
                worst.add(worst(arguments, a, got[a]));
            }
        }
        return worst;
    }

    /**
     * Fails if any element disagrees by more than {@code tolerance}.
     *
     * @throws AssertionError naming the op, the argument, the index, what was expected and what came
     */
    public void require(List<Argument> arguments, double tolerance) {
        for (Worst worst : run(arguments)) {
            if (!(worst.error() <= tolerance)) {
                throw new AssertionError(name + ": gradient of " + worst.argument() + "[" + worst.index()
                        + "] expected " + worst.expected() + ", got " + worst.got() + " (error " + worst.error()
                        + ", allowed " + tolerance + ")");
            }
        }
    }

    private Worst worst(List<Argument> arguments, int a, double[] got) {
        Argument argument = arguments.get(a);
        Worst worst = new Worst(argument.name(), 0, 0, 0, -1);
        for (int i = 0; i < got.length; i++) {
            double expected = difference(arguments, a, i);
            double error = Math.abs(expected - got[i]) / Math.max(1, Math.abs(expected));
            if (!(error <= worst.error())) {
                worst = new Worst(argument.name(), i, expected, got[i], error);
            }
        }
        return worst;
    }

    private double difference(List<Argument> arguments, int a, int i) {
        double h = STEP * Math.max(1, Math.abs(arguments.get(a).values()[i]));
        return (value(arguments, a, i, h) - value(arguments, a, i, -h)) / (2 * h);
    }

    private double value(List<Argument> arguments, int a, int i, double nudge) {
        try (Scope scope = differences.inference()) {
            List<Tensor> tensors = new ArrayList<>();
            for (int b = 0; b < arguments.size(); b++) {
                double[] values = arguments.get(b).values().clone();
                if (b == a) {
                    values[i] += nudge;
                }
                tensors.add(Tensor.of(differences, arguments.get(b).shape(), values));
            }
            double[] out = function.apply(tensors).toDoubles();
            double sum = 0;
            for (int j = 0; j < out.length; j++) {
                sum += weight(j) * out[j];
            }
            return sum;
        }
    }

    private double[][] gradients(List<Argument> arguments) {
        try (Scope scope = device.step()) {
            List<Tensor> tensors = new ArrayList<>();
            for (Argument argument : arguments) {
                Tensor tensor = Tensor.of(device, argument.shape(), argument.values());
                tensors.add(argument.differentiable() ? tensor.requiresGrad() : tensor);
            }
            Tensor out = function.apply(tensors);
            double[] weights = new double[out.shape().elements()];
            for (int j = 0; j < weights.length; j++) {
                weights[j] = weight(j);
            }
            out.backward(Tensor.of(device, out.shape(), weights));
            return tensors.stream()
                    .map(tensor -> tensor.hasGrad() ? tensor.grad().toDoubles() : new double[0])
                    .toArray(double[][]::new);
        }
    }

    /** A fixed, irregular weight for output element j, so that no error can cancel. */
    private static double weight(int j) {
        return Math.sin(1.3 * j + 0.7) + 0.2;
    }
}
