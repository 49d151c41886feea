package dev.vitrine.engine.op.view;

import static dev.vitrine.engine.op.view.Slice.slice;

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

class SliceTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                of(0, 0, 1, 1, 1, 1),
                of(0, 3, 20, 1, 17, 37),
                of(0, 1, 37, 5, 8, 37),
                of(0, 36, 37, 3, 1, 37),
                of(-1, 2, -1, 1, 14, 3, 17),
                of(-1, -17, -1, 2, 8, 3, 17),
                of(0, 1, 3, 1, 2, 5, 19),
                of(0, 1, 5, 2, 2, 5, 19),
                of(1, -2, 3, 1, 2, 2, 3, 35),
                of(1, 0, 7, 3, 3, 2, 7, 5),
                of(1, 1, 6, 100, 1, 2, 7, 16),
                of(2, 1, 5, 3, 2, 2, 3, 5, 4),
                Sample.named("every place").input("x", 5).gives(Shape.of(3), in -> slice(in.get(0), 0, 1, 4)));
    }

    /** The size of the axis afterwards stands before the shape. */
    private static Sample of(int axis, int start, int end, int step, int size, int... x) {
        int[] y = x.clone();
        y[axis < 0 ? axis + x.length : axis] = size;
        return Sample.named(Shape.of(x) + " axis " + axis + " from " + start + " to " + end + " by " + step)
                .input("x", x)
                .gives(Shape.of(y), in -> slice(in.get(0), axis, start, end, step));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "no such axis",
                        d -> slice(Tensor.zeros(d, 2, 3), 2, 0, 1),
                        "slice: x [2, 3] has no axis 2; axes go from -2 to 1"),
                new ErrorSample(
                        "nothing between",
                        d -> slice(Tensor.zeros(d, 2, 5), 1, 3, 3),
                        "slice: 3 to 3 holds no places of axis 1 of x [2, 5], or some that are not there; it has places"
                                + " 0 to 4, and the end is not included"),
                new ErrorSample(
                        "end before the first place",
                        d -> slice(Tensor.zeros(d, 2, 5), 1, 3, 0),
                        "slice: 3 to 0 holds no places of axis 1 of x [2, 5], or some that are not there; it has places"
                                + " 0 to 4, and the end is not included"),
                new ErrorSample(
                        "end outside",
                        d -> slice(Tensor.zeros(d, 2, 5), -1, 3, 6),
                        "slice: 3 to 6 holds no places of axis -1 of x [2, 5], or some that are not there; it has"
                                + " places 0 to 4, and the end is not included"),
                new ErrorSample(
                        "start outside",
                        d -> slice(Tensor.zeros(d, 2, 5), 1, -6, 2),
                        "slice: -6 to 2 holds no places of axis 1 of x [2, 5], or some that are not there; it has"
                                + " places 0 to 4, and the end is not included"),
                new ErrorSample(
                        "step zero",
                        d -> slice(Tensor.zeros(d, 2, 5), 1, 0, 2, 0),
                        "slice: step must be at least 1, got 0"));
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("slice.json")
                .agrees(
                        1,
                        given -> slice(
                                given.tensor("x"),
                                given.integer("axis"),
                                given.integer("start"),
                                given.integer("end"),
                                given.integer("step")));
    }

    @Override
    protected int longestSum() {
        return 1;
    }
}
