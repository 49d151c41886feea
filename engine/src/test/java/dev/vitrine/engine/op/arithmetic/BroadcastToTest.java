package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.op.arithmetic.BroadcastTo.broadcastTo;

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

class BroadcastToTest extends OpContract {
    /** The last three sum so many terms that the sum is cut into chunks with a tail. */
    @Override
    protected List<Sample> samples() {
        return List.of(
                sample(Shape.of(), Shape.of()),
                sample(Shape.of(), Shape.of(1, 1)),
                sample(Shape.of(17), Shape.of(17)),
                sample(Shape.of(), Shape.of(3, 7)),
                sample(Shape.of(5), Shape.of(3, 5)),
                sample(Shape.of(5, 1), Shape.of(5, 37)),
                sample(Shape.of(3, 1, 5), Shape.of(3, 7, 5)),
                sample(Shape.of(3, 1), Shape.of(2, 3, 19)),
                sample(Shape.of(2, 1, 3, 1, 2, 1), Shape.of(2, 3, 3, 2, 2, 5)),
                sample(Shape.of(1, 2, 1, 3, 1, 2), Shape.of(3, 2, 2, 3, 5, 2)),
                sample(Shape.of(1, 2, 1, 3, 1, 2, 1), Shape.of(2, 3, 2, 2, 3, 2, 2, 3)),
                sample(Shape.of(), Shape.of(9001)),
                sample(Shape.of(2, 1), Shape.of(2, 4097)),
                sample(Shape.of(3), Shape.of(4099, 3)));
    }

    private static Sample sample(Shape from, Shape to) {
        return Sample.named(from + " to " + to).input("x", from.toArray()).gives(to, in -> broadcastTo(in.get(0), to));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                refused(Shape.of(2, 4), Shape.of(3, 4), "broadcast_to: [2, 4] does not broadcast to [3, 4]"),
                refused(Shape.of(2, 4), Shape.of(4), "broadcast_to: [2, 4] does not broadcast to [4]"),
                refused(Shape.of(4), Shape.of(1), "broadcast_to: [4] does not broadcast to [1]"),
                refused(
                        Shape.of(2),
                        Shape.of(1, 1, 1, 1, 1, 1, 1, 1, 2),
                        "broadcast_to: at most 8 axes can be broadcast, got [1, 1, 1, 1, 1, 1, 1, 1, 2]"));
    }

    private static ErrorSample refused(Shape from, Shape to, String message) {
        return new ErrorSample(from + " to " + to, d -> broadcastTo(Tensor.zeros(d, from.toArray()), to), message);
    }

    @Override
    protected int longestSum() {
        return 9001;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("broadcast_to.json")
                .agrees(80, given -> broadcastTo(given.tensor("x"), given.outputShape()));
    }
}
