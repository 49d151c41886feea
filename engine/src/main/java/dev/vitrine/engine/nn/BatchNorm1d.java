package dev.vitrine.engine.nn;

import dev.vitrine.engine.op.norm.Activation;
import dev.vitrine.engine.op.norm.BatchNorm1d.Options;
import dev.vitrine.engine.op.norm.RunningStatistics;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;

/**
 * Batch normalisation of each channel, x [N, C, L] to the same shape; see {@link
 * dev.vitrine.engine.op.norm.BatchNorm1d}. Its arrays have PyTorch's names: {@code weight} and {@code bias} are trained,
 * {@code running_mean} and {@code running_var} are kept.
 */
public final class BatchNorm1d extends Module {
    private final int channels;
    private final Options options;
    private final Parameter weight;
    private final Parameter bias;
    private final Parameter runningMean;
    private final Parameter runningVariance;

    /** Normalisation of {@code channels} channels with eps 1e-5 and momentum 0.1. */
    public BatchNorm1d(int channels) {
        this(channels, Options.DEFAULT);
    }

    /** Normalisation with other constants. */
    public BatchNorm1d(int channels, Options options) {
        this.channels = channels;
        this.options = options;
        Shape shape = Shape.of(channels);
        weight = parameter("weight", shape, Init.constant(1));
        bias = parameter("bias", shape, Init.constant(0));
        runningMean = statistic("running_mean", shape, Init.constant(0));
        runningVariance = statistic("running_var", shape, Init.constant(1));
    }

    @Override
    protected Tensor compute(Tensor x) {
        return normalise(x, options);
    }

    /** This layer and the ReLU that follows it in one op, to the same bits. */
    Tensor computeWithReLU(Tensor x) {
        return normalise(x, options.activation(Activation.RELU));
    }

    private Tensor normalise(Tensor x, Options used) {
        RunningStatistics running = new RunningStatistics(runningMean.tensor(), runningVariance.tensor());
        return switch (mode()) {
            case TRAINING ->
                dev.vitrine.engine.op.norm.BatchNorm1d.training(x, weight.tensor(), bias.tensor(), running, used);
            case EVALUATION ->
                dev.vitrine.engine.op.norm.BatchNorm1d.evaluating(x, weight.tensor(), bias.tensor(), running, used);
        };
    }

    @Override
    public Map<String, Object> options() {
        return Map.of("num_features", channels, "eps", options.eps(), "momentum", options.momentum());
    }
}
