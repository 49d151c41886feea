package dev.vitrine.experiments.page;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A use of an operation by numbers: what goes in, what comes out, a gradient g that comes back and the gradients that
 * follow from it. The Java device computes all that is not given.
 */
final class Example {
    private static final int DECIMALS = 4;

    private final String name;
    private final List<Input> inputs = new ArrayList<>();
    private String call = "";
    private Function<List<Tensor>, Tensor> function = in -> in.get(0);
    private double[] gradient = {1};

    /** What happens to an input on the way back. */
    private enum Role {
        LEARNS,
        FIXED,
        /** The call changes it; it has no gradient. */
        CHANGES
    }

    private record Input(String name, Shape shape, double[] values, Role role) {}

    private Example(String name) {
        this.name = name;
    }

    /** An example; a page asks for it by this name. */
    static Example named(String name) {
        return new Example(name);
    }

    /** An input whose gradient is shown. */
    Example input(String input, Shape shape, double... values) {
        inputs.add(new Input(input, shape, values, Role.LEARNS));
        return this;
    }

    /** An input without a gradient. */
    Example fixed(String input, Shape shape, double... values) {
        inputs.add(new Input(input, shape, values, Role.FIXED));
        return this;
    }

    /** An input that the call changes: it is shown before and after. */
    Example changes(String input, Shape shape, double... values) {
        inputs.add(new Input(input, shape, values, Role.CHANGES));
        return this;
    }

    /** The call, as a reader would write it and as a function of the inputs. */
    Example calls(String written, Function<List<Tensor>, Tensor> called) {
        this.call = written;
        this.function = called;
        return this;
    }

    /** The gradient that comes back: d(loss)/dy. */
    Example gradient(double... g) {
        this.gradient = g;
        return this;
    }

    String name() {
        return name;
    }

    /** Inputs, output and gradients, one array after the other. */
    String text() {
        try (Device device = Devices.open("java")) {
            List<Tensor> in =
                    inputs.stream().map(input -> tensor(device, input)).toList();
            Tensor y = function.apply(in);
            StringBuilder text = new StringBuilder("y = ").append(call).append("\n\n");
            for (int k = 0; k < in.size(); k++) {
                text.append(array(
                        inputs.get(k).name(), in.get(k).shape(), inputs.get(k).values()));
            }
            text.append(array("y", y.shape(), y.toDoubles()));
            for (int k = 0; k < in.size(); k++) {
                if (inputs.get(k).role() == Role.CHANGES) {
                    text.append(array(
                            inputs.get(k).name(), in.get(k).shape(), in.get(k).toDoubles()));
                }
            }
            y.backward(Tensor.of(device, y.shape(), gradient));
            text.append('\n').append(array("g", y.shape(), gradient));
            for (int k = 0; k < in.size(); k++) {
                if (inputs.get(k).role() == Role.LEARNS) {
                    Tensor grad = in.get(k).grad();
                    text.append(array("d" + inputs.get(k).name(), grad.shape(), grad.toDoubles()));
                }
            }
            return text.toString();
        }
    }

    /** The values of the output. */
    double[] output() {
        try (Device device = Devices.open("java")) {
            return function.apply(
                            inputs.stream().map(input -> tensor(device, input)).toList())
                    .toDoubles();
        }
    }

    /** The gradient of one input. */
    double[] gradientOf(int input) {
        try (Device device = Devices.open("java")) {
            List<Tensor> in = inputs.stream().map(each -> tensor(device, each)).toList();
            Tensor y = function.apply(in);
            y.backward(Tensor.of(device, y.shape(), gradient));
            return in.get(input).grad().toDoubles();
        }
    }

    private static Tensor tensor(Device device, Input input) {
        Tensor tensor = Tensor.of(device, input.shape(), input.values());
        return input.role() == Role.LEARNS ? tensor.requiresGrad() : tensor;
    }

    /** Name and shape, then one line for each row along the last axis. */
    private static String array(String name, Shape shape, double[] values) {
        List<String> numbers =
                Arrays.stream(values).mapToObj(v -> Digits.of(v, DECIMALS)).toList();
        int width = numbers.stream().mapToInt(String::length).max().orElse(1);
        int row = shape.rank() == 0 ? 1 : shape.size(-1);
        StringBuilder text = new StringBuilder();
        for (int first = 0; first < numbers.size(); first += row) {
            String head = first == 0 ? "%-8s %-12s".formatted(name, shape) : " ".repeat(21);
            StringBuilder line = new StringBuilder(head);
            numbers.subList(first, first + row)
                    .forEach(number -> line.append("  ")
                            .append(" ".repeat(width - number.length()))
                            .append(number));
            text.append(line).append('\n');
        }
        return text.toString();
    }
}
