package dev.vitrine.engine.op.norm;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.GoldenCase;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.op.Tiles;
import dev.vitrine.engine.op.norm.BatchNorm.Options;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class BatchNormTest extends OpContract {
    private static final Options PLAIN = Options.DEFAULT;
    private static final int[][] SIZES = {
        {3, 1, 1}, {1, 2, 5}, {2, 3, 37}, {5, 4}, {1, 1, 131}, {7, 2, 16}, {3, 2, 1, 1}, {1, 2, 3, 5}, {2, 3, 5, 7}
    };

    /** Tiles, and x that they cut up: with and without leftover rows and columns, in rows that fill no vector. */
    private static final Map<Tiles, List<int[]>> POOLED = Map.of(
            new Tiles(2, 2), List.of(new int[] {2, 3, 4, 36}, new int[] {1, 2, 5, 7}, new int[] {3, 1, 3, 2}),
            new Tiles(1, 8), List.of(new int[] {2, 2, 131}, new int[] {3, 1, 8}),
            new Tiles(3, 2), List.of(new int[] {1, 2, 8, 5}),
            new Tiles(2, 3), List.of(new int[] {2, 1, 3, 11}),
            new Tiles(4, 1), List.of(new int[] {2, 2, 6, 3}));

    @Override
    protected List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            Options options = PLAIN.activation(activation);
            for (int[] sizes : SIZES) {
                samples.add(training(options, sizes));
                samples.add(evaluating(options, sizes));
            }
            POOLED.forEach((tiles, shapes) -> shapes.forEach(sizes -> {
                samples.add(training(options.pool(tiles), sizes));
                samples.add(evaluating(options.pool(tiles), sizes));
            }));
        }
        samples.add(training(new Options(0.5, 0.3, Activation.NONE, Tiles.SINGLE), 2, 3, 1));
        samples.add(affineFrozen());
        samples.add(inputFrozen());
        return samples;
    }

    private static Sample training(Options options, int... sizes) {
        return Sample.named("training " + Shape.of(sizes) + " " + options)
                .input("x", sizes)
                .input("gamma", sizes[1])
                .input("beta", sizes[1])
                .gives(pooled(sizes, options.pool()), in -> training(in, options));
    }

    private static Shape pooled(int[] sizes, Tiles tiles) {
        int[] output = sizes.clone();
        output[sizes.length - 1] /= tiles.width();
        if (sizes.length == 4) {
            output[2] /= tiles.height();
        }
        return Shape.of(output);
    }

    private static Sample affineFrozen() {
        return Sample.named("frozen gamma and beta")
                .input("x", 3, 2, 5)
                .constant("gamma", 0.5, 2, 2)
                .constant("beta", -1, 1, 2)
                .gives(Shape.of(3, 2, 5), in -> training(in, PLAIN));
    }

    private static Sample inputFrozen() {
        return Sample.named("x asks for no gradient")
                .constant("x", -1, 3, 3, 2, 5)
                .input("gamma", 2)
                .input("beta", 2)
                .gives(Shape.of(3, 2, 5), in -> training(in, PLAIN));
    }

    private static Tensor training(List<Tensor> in, Options options) {
        Tensor x = in.get(0);
        RunningStatistics running =
                RunningStatistics.fresh(x.device(), x.shape().size(1));
        return BatchNorm.training(x, in.get(1), in.get(2), running, options);
    }

    private static Sample evaluating(Options options, int... sizes) {
        return Sample.named("evaluating " + Shape.of(sizes) + " " + options)
                .input("x", sizes)
                .input("gamma", sizes[1])
                .input("beta", sizes[1])
                .constant("mean", -1, 1, sizes[1])
                .constant("variance", 0.2, 2, sizes[1])
                .gives(
                        pooled(sizes, options.pool()),
                        in -> BatchNorm.evaluating(
                                in.get(0), in.get(1), in.get(2), new RunningStatistics(in.get(3), in.get(4)), options));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "x has five axes",
                        d -> trainZeros(d, 2, 2, 2, 2, 3, 4, 5, 6),
                        "batch_norm: x must be [N, C], [N, C, L] or [N, C, H, W], got [2, 3, 4, 5, 6]"),
                new ErrorSample(
                        "gamma of another size",
                        d -> trainZeros(d, 2, 3, 3, 2, 3, 4),
                        "batch_norm: gamma must be [3] for x [2, 3, 4], got [2]"),
                new ErrorSample(
                        "beta of another size",
                        d -> trainZeros(d, 3, 2, 3, 2, 3, 4),
                        "batch_norm: beta must be [3] for x [2, 3, 4], got [2]"),
                new ErrorSample(
                        "running statistics of another size",
                        d -> trainZeros(d, 3, 3, 2, 2, 3, 4),
                        "batch_norm: running statistics must be [3] for x [2, 3, 4], got [2]"),
                new ErrorSample(
                        "one value per channel",
                        d -> trainZeros(d, 3, 3, 3, 1, 3),
                        "batch_norm: training wants more than one value per channel, got x [1, 3]; give a batch of"
                                + " at least 2, or use the running statistics"),
                new ErrorSample(
                        "running mean and variance differ",
                        d -> new RunningStatistics(Tensor.zeros(d, 2), Tensor.zeros(d, 3)),
                        "running statistics: mean and variance must both be [C], got [2] and [3]"),
                new ErrorSample(
                        "eps of zero",
                        d -> new Options(0, 0.1, Activation.NONE, Tiles.SINGLE),
                        "batch_norm: eps must be finite and above 0, got 0.0"),
                new ErrorSample(
                        "eps without end",
                        d -> new Options(Double.POSITIVE_INFINITY, 0.1, Activation.NONE, Tiles.SINGLE),
                        "batch_norm: eps must be finite and above 0, got Infinity"),
                new ErrorSample(
                        "momentum that is no number",
                        d -> new Options(1e-5, Double.NaN, Activation.NONE, Tiles.SINGLE),
                        "batch_norm: momentum must be from 0 to 1, got NaN"),
                new ErrorSample(
                        "tiles higher than the image",
                        d -> trainPooled(d, new Tiles(3, 2), 2, 3, 2, 4),
                        "batch_norm: tiles of 3 x 2 are larger than 2 x 4, which is what x [2, 3, 2, 4] has in a channel"),
                new ErrorSample(
                        "tiles wider than the image",
                        d -> trainPooled(d, new Tiles(1, 5), 2, 3, 2, 4),
                        "batch_norm: tiles of 1 x 5 are larger than 2 x 4, which is what x [2, 3, 2, 4] has in a channel"),
                new ErrorSample(
                        "tiles of more than a row where x has rows",
                        d -> trainPooled(d, new Tiles(2, 2), 2, 3, 8),
                        "batch_norm: tiles of 2 x 2 are larger than 1 x 8, which is what x [2, 3, 8] has in a channel"),
                new ErrorSample(
                        "tiles where x has one value per channel",
                        d -> trainPooled(d, new Tiles(1, 2), 4, 3),
                        "batch_norm: tiles of 1 x 2 are larger than 1 x 1, which is what x [4, 3] has in a channel"),
                new ErrorSample("tiles of nothing", d -> new Tiles(2, 0), "a tile must be at least 1 x 1, got 2 x 0"));
    }

    private static void trainZeros(Device d, int gamma, int beta, int running, int... x) {
        BatchNorm.training(
                Tensor.zeros(d, x),
                Tensor.zeros(d, gamma),
                Tensor.zeros(d, beta),
                RunningStatistics.fresh(d, running),
                PLAIN);
    }

    private static void trainPooled(Device d, Tiles tiles, int... x) {
        Tensor three = Tensor.zeros(d, 3);
        BatchNorm.training(Tensor.zeros(d, x), three, three, RunningStatistics.fresh(d, 3), PLAIN.pool(tiles));
    }

    @Override
    protected int longestSum() {
        return 131;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("batchnorm.json").agrees(longestSum(), BatchNormTest::given);
    }

    private static Tensor given(GoldenCase.Given given) {
        Tensor x = given.tensor("x");
        Tensor gamma = given.tensor("gamma");
        Tensor beta = given.tensor("beta");
        RunningStatistics running = new RunningStatistics(given.tensor("mean"), given.tensor("variance"));
        Options options = new Options(
                given.number("eps"),
                given.number("momentum"),
                Activation.valueOf(given.word("activation")),
                new Tiles(given.integer("poolH"), given.integer("poolW")));
        return given.word("mode").equals("TRAINING")
                ? BatchNorm.training(x, gamma, beta, running, options)
                : BatchNorm.evaluating(x, gamma, beta, running, options);
    }
}
