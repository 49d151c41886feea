package dev.vitrine.engine.op.pool;

import static dev.vitrine.engine.op.pool.AdaptiveAvgPool.adaptiveAvgPool1d;
import static dev.vitrine.engine.op.pool.AdaptiveAvgPool.adaptiveAvgPool2d;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class AdaptiveAvgPoolTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int length : new int[] {1, 7, 37, 128}) {
            for (int outputLength : new int[] {1, 2, 3, 7, 16, 41}) {
                samples.add(row(2, 3, length, outputLength));
            }
        }
        samples.add(image(1, 2, 7, 19, 1, 1));
        samples.add(image(2, 1, 7, 19, 3, 5));
        samples.add(image(1, 2, 5, 33, 5, 2));
        samples.add(image(2, 1, 4, 3, 7, 11));
        samples.add(image(1, 1, 6, 66, 2, 33));
        return samples;
    }

    private static Sample row(int n, int c, int length, int outputLength) {
        return Sample.named("N=" + n + " C=" + c + " L=" + length + " L'=" + outputLength)
                .input("x", n, c, length)
                .gives(Shape.of(n, c, outputLength), in -> adaptiveAvgPool1d(in.get(0), outputLength));
    }

    private static Sample image(int n, int c, int height, int width, int outputHeight, int outputWidth) {
        return Sample.named("N=" + n + " C=" + c + " H=" + height + " W=" + width + " H'=" + outputHeight + " W'="
                        + outputWidth)
                .input("x", n, c, height, width)
                .gives(
                        Shape.of(n, c, outputHeight, outputWidth),
                        in -> adaptiveAvgPool2d(in.get(0), outputHeight, outputWidth));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "x is not [N, C, L]",
                        d -> adaptiveAvgPool1d(Tensor.zeros(d, 2, 5), 2),
                        "adaptive_avg_pool_1d: x must be [N, C, L], got [2, 5]"),
                new ErrorSample(
                        "x is not [N, C, H, W]",
                        d -> adaptiveAvgPool2d(Tensor.zeros(d, 1, 2, 5), 2, 2),
                        "adaptive_avg_pool_2d: x must be [N, C, H, W], got [1, 2, 5]"),
                new ErrorSample(
                        "no output",
                        d -> adaptiveAvgPool1d(Tensor.zeros(d, 1, 2, 5), 0),
                        "adaptive_avg_pool_1d: output length must be at least 1, got 0"),
                new ErrorSample(
                        "negative output height",
                        d -> adaptiveAvgPool2d(Tensor.zeros(d, 1, 2, 5, 5), -1, 2),
                        "adaptive_avg_pool_2d: output height must be at least 1, got -1"),
                new ErrorSample(
                        "no output width",
                        d -> adaptiveAvgPool2d(Tensor.zeros(d, 1, 2, 5, 5), 1, 0),
                        "adaptive_avg_pool_2d: output width must be at least 1, got 0"));
    }

    @Override
    protected int longestSum() {
        return 133;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("adaptiveavgpool.json").agrees(longestSum(), given -> {
            Tensor x = given.tensor("x");
            return x.shape().rank() == 4
                    ? adaptiveAvgPool2d(x, given.integer("outputH"), given.integer("outputW"))
                    : adaptiveAvgPool1d(x, given.integer("outputW"));
        });
    }
}
