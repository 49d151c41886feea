package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.op.pool.GlobalAvgPool1d.globalAvgPool1d;

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

class GlobalAvgPool1dTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return List.of(sample(1, 1, 1), sample(1, 3, 2), sample(2, 1, 16), sample(3, 5, 37), sample(2, 2, 131));
    }

    private static Sample sample(int n, int c, int length) {
        return Sample.named("N=" + n + " C=" + c + " L=" + length)
                .input("x", n, c, length)
                .gives(Shape.of(n, c), in -> globalAvgPool1d(in.get(0)));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(new ErrorSample(
                "x is not [N, C, L]",
                d -> globalAvgPool1d(Tensor.zeros(d, 2, 5)),
                "global_avg_pool_1d: x must be [N, C, L], got [2, 5]"));
    }

    @Override
    protected int longestSum() {
        return 131;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("globalavgpool1d.json").agrees(longestSum(), given -> globalAvgPool1d(given.tensor("x")));
    }
}
