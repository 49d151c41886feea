package dev.vitrine.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tables of what PyTorch computes, in {@code src/test/resources/golden}, each beside the script that made it;
 * {@code golden.py} there says what a table holds.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> agreesWithPyTorch() {
 *     return Golden.table("linear.json").agrees(longestSum(),
 *             given -> linear(given.tensor("x"), given.tensor("weight"), given.tensorOrNull("bias")));
 * }
 * }</pre>
 *
 * @param cases at least one
 */
public record Golden(List<GoldenCase> cases) {
    /** Reads a table by its file name. */
    public static Golden table(String file) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
            return JsonMapper.shared()
                    .readValue(Objects.requireNonNull(in, "no table src/test/resources/golden/" + file), Golden.class);
        } catch (IOException e) {
            throw new AssertionError("golden/" + file + " cannot be read", e);
        }
    }

    /**
     * Tests that output, gradients and inputs changed in place agree: on the Java device in double precision, and on
     * OpenCL within float32 rounding.
     *
     * @param longestSum the number of terms in the op's longest sum
     * @param call applies the op to what a case gives
     */
    public Stream<DynamicNode> agrees(int longestSum, Function<GoldenCase.Given, Tensor> call) {
        return Stream.of(
                dynamicContainer("java", cases.stream().map(c -> dynamicTest(c.name(), () -> requireOnJava(c, call)))),
                dynamicTest("opencl", () -> requireOnOpenCl(longestSum, call)));
    }

    private static void requireOnJava(GoldenCase c, Function<GoldenCase.Given, Tensor> call) {
        try (Device device = TestDevices.java()) {
            results(c, device, call)
                    .forEach((what, got) -> Closeness.inDouble(c.name() + ": " + what, c.expected(what), got));
        }
    }

    private void requireOnOpenCl(int longestSum, Function<GoldenCase.Given, Tensor> call) {
        try (Device device = TestDevices.openCl()) {
            for (GoldenCase c : cases) {
                results(c, device, call)
                        .forEach((what, got) ->
                                Closeness.inFloat(c.name() + ": " + what, c.expected(what), got, longestSum));
            }
        }
    }

    /** All that the table tells of a case, computed here: under the names of {@link GoldenCase#expected}. */
    private static Map<String, double[]> results(GoldenCase c, Device device, Function<GoldenCase.Given, Tensor> call) {
        try (Scope step = device.step()) {
            GoldenCase.Given given = c.on(device);
            Tensor out = call.apply(given);
            assertThat(out.shape()).as(c.name()).isEqualTo(Shape.of(c.output().shape()));
            if (!c.gradients().isEmpty()) {
                out.backward(c.upstream().on(device));
            }
            Map<String, double[]> results = new LinkedHashMap<>(Map.of("output", out.toDoubles()));
            for (String name : c.gradients().keySet()) {
                results.put("gradient of " + name, given.tensor(name).grad().toDoubles());
            }
            for (String name : c.after().keySet()) {
                results.put(name + " after", given.tensor(name).toDoubles());
            }
            return results;
        }
    }
}
