package dev.vitrine.engine.op.reduce;

import static dev.vitrine.engine.op.reduce.Sum.mean;
import static dev.vitrine.engine.op.reduce.Sum.sum;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class SumTest extends OpContract {
    /** More than one chunk of partial sums, with a tail. */
    private static final int LONG = 4099;

    @Override
    protected List<Sample> samples() {
        return Stream.concat(
                        ReduceSamples.cases().flatMap(c -> Stream.of(of("sum", c, Sum::sum), of("mean", c, Sum::mean))),
                        Stream.of(
                                of("sum", new ReduceSamples.Case(Axes.of(0), Shape.of(2), LONG, 2), Sum::sum),
                                of("mean", new ReduceSamples.Case(Axes.of(1), Shape.of(2), 2, LONG), Sum::mean),
                                of("sum", new ReduceSamples.Case(Axes.of(0, 2), Shape.of(2), 7, 2, 600), Sum::sum),
                                Sample.named("sum of all").input("x", 2, 3).gives(Shape.of(), in -> sum(in.get(0))),
                                Sample.named("mean of all").input("x", 2, 3).gives(Shape.of(), in -> mean(in.get(0)))))
                .toList();
    }

    private static Sample of(String name, ReduceSamples.Case c, BiFunction<Tensor, Axes, Tensor> op) {
        return Sample.named(name + " " + c).input("x", c.x()).gives(c.y(), in -> op.apply(in.get(0), c.axes()));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "no such axis",
                        d -> sum(Tensor.zeros(d, 2, 3), Axes.of(2)),
                        "sum: x [2, 3] has no axis 2; axes go from -2 to 1"),
                new ErrorSample(
                        "no such negative axis",
                        d -> mean(Tensor.zeros(d, 2, 3), Axes.of(0, -3)),
                        "mean: x [2, 3] has no axis -3; axes go from -2 to 1"),
                new ErrorSample(
                        "axis of a scalar",
                        d -> sum(Tensor.zeros(d), Axes.of(0)),
                        "sum: x [] has no axis 0; it is a scalar"),
                new ErrorSample(
                        "axis named twice",
                        d -> sum(Tensor.zeros(d, 2, 3), Axes.of(1, 0, -1)),
                        "sum: axis -1 of x [2, 3] is named twice in [1, 0, -1]"),
                new ErrorSample(
                        "too many pieces",
                        d -> sum(Tensor.zeros(d, 2, 2, 2, 2, 2, 2, 2, 2, 2), Axes.of(0, 2, 4, 6, 8)),
                        "sum: the axes cut x [2, 2, 2, 2, 2, 2, 2, 2, 2] into more than 8 pieces; reduce over some axes"
                                + " first, then over the others"));
    }

    @Override
    protected int longestSum() {
        return 7 * 600;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("sum.json").agrees(120, given -> {
            Axes axes = ReduceSamples.axes(given);
            return given.word("op").equals("sum") ? sum(given.tensor("x"), axes) : mean(given.tensor("x"), axes);
        });
    }
}
