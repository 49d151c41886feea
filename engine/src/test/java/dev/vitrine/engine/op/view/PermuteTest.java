package dev.vitrine.engine.op.view;

import static dev.vitrine.engine.op.view.Permute.permute;
import static dev.vitrine.engine.op.view.Permute.transpose;

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

class PermuteTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                Sample.named("scalar").input("x").gives(Shape.of(), in -> permute(in.get(0))),
                Sample.named("one axis").input("x", 37).gives(Shape.of(37), in -> permute(in.get(0), 0)),
                Sample.named("matrix").input("x", 19, 35).gives(Shape.of(35, 19), in -> permute(in.get(0), 1, 0)),
                Sample.named("nothing moves")
                        .input("x", 2, 3, 17)
                        .gives(Shape.of(2, 3, 17), in -> permute(in.get(0), 0, 1, 2)),
                Sample.named("last axis stays")
                        .input("x", 2, 3, 17)
                        .gives(Shape.of(3, 2, 17), in -> permute(in.get(0), 1, 0, 2)),
                Sample.named("all move round")
                        .input("x", 2, 3, 17)
                        .gives(Shape.of(17, 2, 3), in -> permute(in.get(0), -1, 0, 1)),
                Sample.named("eight axes")
                        .input("x", 2, 1, 3, 2, 1, 2, 3, 2)
                        .gives(Shape.of(2, 3, 2, 1, 2, 3, 1, 2), in -> permute(in.get(0), 7, 6, 5, 4, 3, 2, 1, 0)),
                Sample.named("transpose of the last two")
                        .input("x", 2, 16, 5)
                        .gives(Shape.of(2, 5, 16), in -> transpose(in.get(0), -1, -2)),
                Sample.named("transpose of the first and the last")
                        .input("x", 4, 3, 5)
                        .gives(Shape.of(5, 3, 4), in -> transpose(in.get(0), 0, 2)));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "axis missing",
                        d -> permute(Tensor.zeros(d, 2, 3, 4), 2, 0),
                        "permute: wants each axis of x [2, 3, 4] once, got [2, 0]"),
                new ErrorSample(
                        "axis twice",
                        d -> permute(Tensor.zeros(d, 2, 3), 1, -1),
                        "permute: wants each axis of x [2, 3] once, got [1, -1]"),
                new ErrorSample(
                        "too many axes",
                        d -> permute(Tensor.zeros(d, 2, 3), 1, 0, 1),
                        "permute: wants each axis of x [2, 3] once, got [1, 0, 1]"),
                new ErrorSample(
                        "no such axis",
                        d -> permute(Tensor.zeros(d, 2, 3), 1, 2),
                        "permute: x [2, 3] has no axis 2; axes go from -2 to 1"),
                new ErrorSample(
                        "no such axis to exchange",
                        d -> transpose(Tensor.zeros(d), 0, 0),
                        "transpose: x [] has no axis 0; it is a scalar"),
                new ErrorSample(
                        "nine axes",
                        d -> permute(Tensor.zeros(d, 1, 1, 1, 1, 1, 1, 1, 1, 1), 8, 7, 6, 5, 4, 3, 2, 1, 0),
                        "permute: at most 8 axes, got [1, 1, 1, 1, 1, 1, 1, 1, 1]"));
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("permute.json")
                .agrees(1, given -> permute(given.tensor("x"), ViewSamples.numbers(given.word("axes"))));
    }

    @Override
    protected int longestSum() {
        return 1;
    }
}
