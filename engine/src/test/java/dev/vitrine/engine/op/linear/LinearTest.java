package dev.vitrine.engine.op.linear;

import static dev.vitrine.engine.op.linear.Linear.linear;

import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class LinearTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                sample(1, 1, 1),
                sample(3, 7, 5),
                sample(2, 37, 1),
                sample(5, 16, 19),
                sample(2, 131, 3),
                // Sums over items in one chunk exactly, and in three of which the last is shorter.
                sample(64, 3, 2),
                sample(131, 5, 3),
                rectified(3, 7, 5),
                rectified(5, 16, 19),
                rectified(2, 131, 3),
                rectified(131, 5, 3),
                Sample.named("x [I]")
                        .input("x", 9)
                        .input("weight", 3, 9)
                        .input("bias", 3)
                        .gives(Shape.of(3), in -> linear(in.get(0), in.get(1), in.get(2))),
                Sample.named("x [N, C, I]")
                        .input("x", 2, 3, 9)
                        .input("weight", 5, 9)
                        .input("bias", 5)
                        .gives(Shape.of(2, 3, 5), in -> linear(in.get(0), in.get(1), in.get(2))),
                Sample.named("no bias")
                        .input("x", 2, 9)
                        .input("weight", 3, 9)
                        .gives(Shape.of(2, 3), in -> linear(in.get(0), in.get(1), null)),
                Sample.named("frozen weight, trained bias")
                        .input("x", 2, 9)
                        .constant("weight", -1, 1, 3, 9)
                        .input("bias", 3)
                        .gives(Shape.of(2, 3), in -> linear(in.get(0), in.get(1), in.get(2))));
    }

    private static Sample sample(int n, int i, int o) {
        return Sample.named("N=" + n + " I=" + i + " O=" + o)
                .input("x", n, i)
                .input("weight", o, i)
                .input("bias", o)
                .gives(Shape.of(n, o), in -> linear(in.get(0), in.get(1), in.get(2)));
    }

    private static Sample rectified(int n, int i, int o) {
        return Sample.named("N=" + n + " I=" + i + " O=" + o + " and a ReLU")
                .input("x", n, i)
                .input("weight", o, i)
                .input("bias", o)
                .gives(Shape.of(n, o), in -> linear(in.get(0), in.get(1), in.get(2), Activation.RELU));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "x is a scalar",
                        d -> linear(Tensor.zeros(d), Tensor.zeros(d, 5, 4), null),
                        "linear: x must be [*, I], got []"),
                new ErrorSample(
                        "inputs differ",
                        d -> linear(Tensor.zeros(d, 2, 3), Tensor.zeros(d, 5, 4), null),
                        "linear: weight must be [O, I] with I = 3, got [5, 4]"),
                new ErrorSample(
                        "bias of another size",
                        d -> linear(Tensor.zeros(d, 2, 3), Tensor.zeros(d, 5, 3), Tensor.zeros(d, 3)),
                        "linear: bias must be [5], got [3]"));
    }

    @Override
    protected int longestSum() {
        return 131;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("linear.json")
                .agrees(
                        64,
                        given -> linear(
                                given.tensor("x"),
                                given.tensor("weight"),
                                given.tensorOrNull("bias"),
                                Activation.valueOf(given.word("activation"))));
    }
}
