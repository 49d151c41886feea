package dev.vitrine.engine.nn;

import dev.vitrine.engine.op.Activation;
import dev.vitrine.engine.op.Tiles;
import dev.vitrine.engine.op.norm.BatchNorm.Options;
import dev.vitrine.engine.op.norm.RunningStatistics;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;

/**
 * Batch normalisation of each channel; see {@link dev.vitrine.engine.op.norm.BatchNorm}. Its arrays have PyTorch's names:
 * {@code weight} and {@code bias} are trained, {@code running_mean} and {@code running_var} are kept.
 */
public abstract sealed class BatchNorm extends Module implements BeforeReLU permits BatchNorm1d, BatchNorm2d {
    private final int channels;
    private final Options options;
    private final Parameter weight;
    private final Parameter bias;
    private final Parameter runningMean;
    private final Parameter runningVariance;

    BatchNorm(int channels, Options options) {
        this.channels = channels;
        this.options = options;
        Shape shape = Shape.of(channels);
        weight = parameter("weight", shape, Init.constant(1));
        bias = parameter("bias", shape, Init.constant(0));
        runningMean = statistic("running_mean", shape, Init.constant(0));
        runningVariance = statistic("running_var", shape, Init.constant(1));
    }

    /** Refuses what is not laid out as this layer wants it. */
    abstract void requireAxes(Shape x);

    @Override
    protected Tensor compute(Tensor x) {
        return normalise(x, options);
    }

    @Override
    public Tensor computeWithReLU(Tensor x) {
        return atPlace(x, in -> normalise(in, options.activation(Activation.RELU)));
    }

    /** This layer, a ReLU and max-pooling in one op, on this layer's behalf: the output has the same bits as from three. */
    Tensor computeWithReLUAndPool(Tensor x, Tiles pool) {
        return atPlace(
                x, in -> normalise(in, options.activation(Activation.RELU).pool(pool)));
    }

    private Tensor normalise(Tensor x, Options used) {
        requireAxes(x.shape());
        RunningStatistics running = new RunningStatistics(runningMean.tensor(), runningVariance.tensor());
        return switch (mode()) {
            case TRAINING ->
                dev.vitrine.engine.op.norm.BatchNorm.training(x, weight.tensor(), bias.tensor(), running, used);
            case EVALUATION ->
                dev.vitrine.engine.op.norm.BatchNorm.evaluating(x, weight.tensor(), bias.tensor(), running, used);
        };
    }

    @Override
    public Map<String, Object> options() {
        return Map.of("num_features", channels, "eps", options.eps(), "momentum", options.momentum());
    }
}
