package dev.vitrine.engine.op;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a golden table.
 *
 * @param name tells cases apart in the test report
 * @param options by name, as the script wrote them: numbers and words
 * @param inputs by name
 * @param output what the op gives
 * @param upstream d(loss)/d(output)
 * @param gradients d(loss)/d(input) by name, of the inputs that have one
 * @param after inputs that the op changes in place, as it leaves them
 */
public record GoldenCase(
        String name,
        Map<String, Object> options,
        Map<String, Values> inputs,
        Values output,
        Values upstream,
        Map<String, Values> gradients,
        Map<String, Values> after) {

    /** Numbers in row-major order. */
    public record Values(int[] shape, double[] values) {
        Tensor on(Device device) {
            return Tensor.of(device, Shape.of(shape), values);
        }
    }

    /** The expected numbers by what they are, as in {@code output}, {@code gradient of x}, {@code mean after}. */
    double[] expected(String what) {
        Map<String, double[]> expected = new LinkedHashMap<>();
        expected.put("output", output.values());
        gradients.forEach((input, values) -> expected.put("gradient of " + input, values.values()));
        after.forEach((input, values) -> expected.put(input + " after", values.values()));
        return Objects.requireNonNull(expected.get(what), what);
    }

    Given on(Device device) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        inputs.forEach((input, values) -> {
            Tensor tensor = values.on(device);
            tensors.put(input, gradients.containsKey(input) ? tensor.requiresGrad() : tensor);
        });
        return new Given(this, tensors);
    }

    /** What a case gives to the op: inputs on a device, and options. */
    public record Given(GoldenCase from, Map<String, Tensor> tensors) {
        /** An input that the table must have. */
        public Tensor tensor(String input) {
            return there(input, tensors.get(input));
        }

        /** An input that the table may leave out. */
        public @Nullable Tensor tensorOrNull(String input) {
            return tensors.get(input);
        }

        /** A whole number. */
        public int integer(String option) {
            return ((Number) there(option, from.options.get(option))).intValue();
        }

        /** A number. */
        public double number(String option) {
            return ((Number) there(option, from.options.get(option))).doubleValue();
        }

        /** A number that the table may leave out. */
        public double numberOr(String option, double otherwise) {
            return from.options.get(option) instanceof Number number ? number.doubleValue() : otherwise;
        }

        /** A word. */
        public String word(String option) {
            return (String) there(option, from.options.get(option));
        }

        /** The shape that must come out. */
        public Shape outputShape() {
            return Shape.of(from.output.shape());
        }

        private <T> T there(String name, @Nullable T value) {
            if (value == null) {
                throw new AssertionError(from.name + ": the table has no " + name);
            }
            return value;
        }
    }
}
