package dev.vitrine.engine.op.loss;

import static dev.vitrine.engine.op.loss.MeanSquaredError.meanSquaredError;

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

class MeanSquaredErrorTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return Stream.of(new int[] {}, new int[] {1}, new int[] {7, 1}, new int[] {16}, new int[] {3, 131})
                .flatMap(sizes -> Stream.of(
                        Sample.named("x " + Shape.of(sizes))
                                .input("x", sizes)
                                .constant("targets", -1, 1, sizes)
                                .gives(Shape.of(), in -> meanSquaredError(in.get(0), in.get(1))),
                        Sample.named("x and targets " + Shape.of(sizes))
                                .input("x", sizes)
                                .input("targets", sizes)
                                .gives(Shape.of(), in -> meanSquaredError(in.get(0), in.get(1)))))
                .toList();
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(new ErrorSample(
                "shapes differ",
                d -> meanSquaredError(Tensor.zeros(d, 4, 1), Tensor.zeros(d, 4)),
                "mean_squared_error: targets must have the shape of x [4, 1], got [4]"));
    }

    @Override
    protected int longestSum() {
        return 3 * 131;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("mean_squared_error.json")
                .agrees(64, given -> meanSquaredError(given.tensor("x"), given.tensor("targets")));
    }
}
