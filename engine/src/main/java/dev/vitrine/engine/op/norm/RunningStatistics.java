package dev.vitrine.engine.op.norm;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;

/**
 * What batch normalisation has seen in training: the running mean and the running (unbiased) variance of each channel.
 * Training changes both in place; evaluation reads them. They take no gradient.
 *
 * @param mean [C]
 * @param variance [C]
 */
public record RunningStatistics(Tensor mean, Tensor variance) {
    public RunningStatistics {
        if (mean.shape().rank() != 1 || !mean.shape().equals(variance.shape())) {
            throw new IllegalArgumentException("running statistics: mean and variance must both be [C], got "
                    + mean.shape() + " and " + variance.shape());
        }
    }

    /** What a network begins with: mean 0, variance 1. */
    public static RunningStatistics fresh(Device device, int channels) {
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        Tensor mean = Tensor.zeros(device, channels);
        return new RunningStatistics(mean, Tensor.of(device, mean.shape(), ones));
    }
}
