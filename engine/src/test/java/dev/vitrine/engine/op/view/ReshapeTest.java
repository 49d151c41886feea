package dev.vitrine.engine.op.view;

import static dev.vitrine.engine.op.view.Reshape.flatten;
import static dev.vitrine.engine.op.view.Reshape.reshape;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ReshapeTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                to(new int[] {}),
                to(new int[] {1}, 1, 1),
                to(new int[] {37}, 37),
                to(new int[] {2, 3, 19}, 19, 6),
                to(new int[] {2, 3, 19}, 2, -1),
                to(new int[] {16, 4}, -1, 8, 2),
                Sample.named("flatten all").input("x", 3, 5, 7).gives(Shape.of(105), in -> flatten(in.get(0))),
                Sample.named("flatten a scalar").input("x").gives(Shape.of(1), in -> flatten(in.get(0))),
                Sample.named("flatten from 1").input("x", 3, 5, 7).gives(Shape.of(3, 35), in -> flatten(in.get(0), 1)),
                Sample.named("flatten from -1")
                        .input("x", 3, 5, 7)
                        .gives(Shape.of(3, 5, 7), in -> flatten(in.get(0), -1)));
    }

    private static Sample to(int[] x, int... sizes) {
        int open = Shape.of(x).elements();
        int[] y = sizes.clone();
        for (int size : sizes) {
            open = size > 0 ? open / size : open;
        }
        for (int axis = 0; axis < y.length; axis++) {
            y[axis] = y[axis] < 0 ? open : y[axis];
        }
        return Sample.named(Shape.of(x) + " to " + Arrays.toString(sizes))
                .input("x", x)
                .gives(Shape.of(y), in -> reshape(in.get(0), sizes));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "other number of elements",
                        d -> reshape(Tensor.zeros(d, 2, 3), 4, 2),
                        "reshape: [2, 3] cannot become [4, 2]: 6 elements do not fit"),
                new ErrorSample(
                        "nothing divides",
                        d -> reshape(Tensor.zeros(d, 2, 3), 4, -1),
                        "reshape: [2, 3] cannot become [4, -1]: 6 elements do not fit"),
                new ErrorSample(
                        "more elements than any tensor has",
                        d -> reshape(Tensor.zeros(d, 2, 3), 65536, 65536, 65536, 65536, -1),
                        "reshape: [2, 3] cannot become [65536, 65536, 65536, 65536, -1]: 6 elements do not fit"),
                new ErrorSample(
                        "two open sizes",
                        d -> reshape(Tensor.zeros(d, 2, 3), -1, -1),
                        "reshape: [2, 3] cannot become [-1, -1]: sizes are at least 1, and one may be -1"),
                new ErrorSample(
                        "size zero",
                        d -> reshape(Tensor.zeros(d, 2, 3), 6, 0),
                        "reshape: [2, 3] cannot become [6, 0]: sizes are at least 1, and one may be -1"),
                new ErrorSample(
                        "no such axis",
                        d -> flatten(Tensor.zeros(d, 2, 3), 2),
                        "flatten: x [2, 3] has no axis 2; axes go from -2 to 1"));
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("reshape.json").agrees(1, given -> {
            Tensor x = given.tensor("x");
            return given.word("op").equals("flatten")
                    ? flatten(x, given.integer("axis"))
                    : reshape(x, ViewSamples.numbers(given.word("sizes")));
        });
    }

    @Override
    protected int longestSum() {
        return 1;
    }
}
