package dev.vitrine.engine.op.view;

import static dev.vitrine.engine.op.view.Pad.pad;

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

class PadTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                of(0, 0, 0, 0, 1),
                of(0, 2, 3, 0, 1),
                of(0, 0, 5, -1.5, 37),
                of(0, 17, 0, 2, 16),
                of(-1, 1, 2, 0, 3, 17),
                of(-1, 20, 20, 7, 3, 5),
                of(0, 1, 1, 0.5, 3, 19),
                of(1, 2, 1, -1, 2, 3, 5),
                of(1, 0, 3, 4, 2, 1, 18),
                of(-3, 1, 0, 0, 2, 3, 4));
    }

    private static Sample of(int axis, int before, int after, double constant, int... x) {
        int[] y = x.clone();
        y[axis < 0 ? axis + x.length : axis] += before + after;
        return Sample.named(Shape.of(x) + " axis " + axis + " with " + before + " and " + after + " of " + constant)
                .input("x", x)
                .gives(
                        Shape.of(y),
                        in -> constant == 0
                                ? pad(in.get(0), axis, before, after)
                                : pad(in.get(0), axis, before, after, constant));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "no such axis",
                        d -> pad(Tensor.zeros(d, 2, 3), -3, 0, 1),
                        "pad: x [2, 3] has no axis -3; axes go from -2 to 1"),
                new ErrorSample(
                        "negative",
                        d -> pad(Tensor.zeros(d, 2, 3), 1, 1, -1),
                        "pad: wants at least 0 places before and after, got 1 and -1; slice() cuts"));
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("pad.json")
                .agrees(
                        1,
                        given -> pad(
                                given.tensor("x"),
                                given.integer("axis"),
                                given.integer("before"),
                                given.integer("after"),
                                given.number("constant")));
    }

    @Override
    protected int longestSum() {
        return 1;
    }
}
