package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.op.arithmetic.Matmul.matmul;

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

class MatmulTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                sample(Shape.of(1, 1), Shape.of(1, 1), Shape.of(1, 1)),
                sample(Shape.of(3, 7), Shape.of(7, 5), Shape.of(3, 5)),
                sample(Shape.of(5, 67), Shape.of(67, 17), Shape.of(5, 17)),
                sample(Shape.of(9, 3), Shape.of(3, 16), Shape.of(9, 16)),
                sample(Shape.of(4, 19), Shape.of(19, 1), Shape.of(4, 1)),
                sample(Shape.of(1, 19), Shape.of(19, 4), Shape.of(1, 4)),
                sample(Shape.of(17), Shape.of(17), Shape.of()),
                sample(Shape.of(5, 17), Shape.of(17), Shape.of(5)),
                sample(Shape.of(17), Shape.of(17, 5), Shape.of(5)),
                sample(Shape.of(3), Shape.of(2, 3, 4), Shape.of(2, 4)),
                sample(Shape.of(2, 4, 3), Shape.of(3), Shape.of(2, 4)),
                sample(Shape.of(3, 2, 5), Shape.of(3, 5, 7), Shape.of(3, 2, 7)),
                sample(Shape.of(3, 2, 5), Shape.of(5, 7), Shape.of(3, 2, 7)),
                sample(Shape.of(2, 5), Shape.of(3, 5, 1), Shape.of(3, 2, 1)),
                sample(Shape.of(2, 1, 3, 5), Shape.of(1, 4, 5, 2), Shape.of(2, 4, 3, 2)),
                sample(Shape.of(4, 3, 5), Shape.of(2, 1, 5, 2), Shape.of(2, 4, 3, 2)));
    }

    private static Sample sample(Shape a, Shape b, Shape y) {
        return Sample.named(a + " and " + b)
                .input("a", a.toArray())
                .input("b", b.toArray())
                .gives(y, in -> matmul(in.get(0), in.get(1)));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                refused(
                        Shape.of(2, 3),
                        Shape.of(4, 5),
                        "matmul: [2, 3] and [4, 5] do not fit: the last axis of a has 3, the last but one of b has 4"),
                refused(
                        Shape.of(2, 3),
                        Shape.of(2),
                        "matmul: [2, 3] and [2] do not fit: the last axis of a has 3, the axis of b has 2"),
                refused(Shape.of(), Shape.of(2, 3), "matmul: wants arrays of at least one axis, got [] and [2, 3]"),
                refused(
                        Shape.of(2, 3, 4),
                        Shape.of(3, 4, 5),
                        "matmul of [2, 3, 4] and [3, 4, 5]: shapes [2] and [3] do not broadcast: axis -1 has 2 and 3;"
                                + " they must be equal, or one of them 1"));
    }

    private static ErrorSample refused(Shape a, Shape b, String message) {
        return new ErrorSample(
                a + " and " + b, d -> matmul(Tensor.zeros(d, a.toArray()), Tensor.zeros(d, b.toArray())), message);
    }

    @Override
    protected int longestSum() {
        return 67;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("matmul.json").agrees(longestSum(), given -> matmul(given.tensor("a"), given.tensor("b")));
    }
}
