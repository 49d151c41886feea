package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.op.pool.GlobalAvgPool.globalAvgPool1d;
import static dev.vitrine.engine.op.pool.GlobalAvgPool.globalAvgPool2d;

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

class GlobalAvgPoolTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(
                row(1, 1, 1),
                row(1, 3, 2),
                row(2, 1, 16),
                row(3, 5, 37),
                row(2, 2, 131),
                image(1, 2, 1, 1),
                image(2, 3, 5, 7));
    }

    private static Sample row(int n, int c, int length) {
        return Sample.named("N=" + n + " C=" + c + " L=" + length)
                .input("x", n, c, length)
                .gives(Shape.of(n, c), in -> globalAvgPool1d(in.get(0)));
    }

    private static Sample image(int n, int c, int height, int width) {
        return Sample.named("N=" + n + " C=" + c + " H=" + height + " W=" + width)
                .input("x", n, c, height, width)
                .gives(Shape.of(n, c), in -> globalAvgPool2d(in.get(0)));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "x is not [N, C, L]",
                        d -> globalAvgPool1d(Tensor.zeros(d, 2, 5)),
                        "global_avg_pool_1d: x must be [N, C, L], got [2, 5]"),
                new ErrorSample(
                        "x is not [N, C, H, W]",
                        d -> globalAvgPool2d(Tensor.zeros(d, 2, 5, 3)),
                        "global_avg_pool_2d: x must be [N, C, H, W], got [2, 5, 3]"));
    }

    @Override
    protected int longestSum() {
        return 131;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("globalavgpool.json").agrees(longestSum(), given -> {
            Tensor x = given.tensor("x");
            return x.shape().rank() == 4 ? globalAvgPool2d(x) : globalAvgPool1d(x);
        });
    }
}
