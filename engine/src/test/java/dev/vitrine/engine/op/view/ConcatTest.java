package dev.vitrine.engine.op.view;

import static dev.vitrine.engine.op.view.Concat.concat;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ConcatTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                Sample.named("one").input("a", 3, 5).gives(Shape.of(3, 5), in -> concat(0, in.get(0))),
                Sample.named("vectors")
                        .input("a", 1)
                        .input("b", 17)
                        .gives(Shape.of(18), in -> concat(0, in.get(0), in.get(1))),
                Sample.named("rows")
                        .input("a", 3, 19)
                        .input("b", 2, 19)
                        .gives(Shape.of(5, 19), in -> concat(0, in.get(0), in.get(1))),
                Sample.named("columns")
                        .input("a", 3, 19)
                        .input("b", 3, 1)
                        .input("c", 3, 16)
                        .gives(Shape.of(3, 36), in -> concat(-1, in.get(0), in.get(1), in.get(2))),
                Sample.named("channels, one of them without gradient")
                        .input("a", 2, 3, 7)
                        .constant("b", -1, 1, 2, 1, 7)
                        .input("c", 2, 2, 7)
                        .gives(Shape.of(2, 6, 7), in -> concat(1, in.get(0), in.get(1), in.get(2))),
                Sample.named("twice the same")
                        .input("a", 2, 3, 5)
                        .gives(Shape.of(2, 6, 5), in -> concat(-2, in.get(0), in.get(0))));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample("nothing", d -> concat(0), "concat: wants at least one array, got none"),
                new ErrorSample(
                        "no such axis",
                        d -> concat(2, Tensor.zeros(d, 2, 3), Tensor.zeros(d, 2, 3)),
                        "concat: x [2, 3] has no axis 2; axes go from -2 to 1"),
                new ErrorSample(
                        "other size elsewhere",
                        d -> concat(1, Tensor.zeros(d, 2, 3), Tensor.zeros(d, 2, 4), Tensor.zeros(d, 3, 3)),
                        "concat: array 2 must have the shape of array 0 [2, 3] in all axes but 1, got [3, 3]"),
                new ErrorSample(
                        "other number of axes",
                        d -> concat(1, Tensor.zeros(d, 2, 3), Tensor.zeros(d, 2)),
                        "concat: array 1 must have the shape of array 0 [2, 3] in all axes but 1, got [2]"));
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("concat.json")
                .agrees(
                        1,
                        given -> concat(
                                given.integer("axis"),
                                Stream.of("a", "b", "c")
                                        .map(given::tensorOrNull)
                                        .filter(Objects::nonNull)
                                        .toArray(Tensor[]::new)));
    }

    @Override
    protected int longestSum() {
        return 1;
    }
}
