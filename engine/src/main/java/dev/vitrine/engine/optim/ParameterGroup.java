package dev.vitrine.engine.optim;

import java.util.OptionalDouble;

/**
 * Parameters that learn at a pace of their own, as PyTorch's parameter groups.
 *
 * <pre>{@code
 * new Adam(network.parameters(), Adam.Options.DEFAULT,
 *         ParameterGroup.at("features").rate(0.1),            // a tenth of the schedule's learning rate
 *         ParameterGroup.at("classifier.bias").weightDecay(0))
 * }</pre>
 *
 * <p>The learning rate is a share of the schedule's, so that one schedule serves all groups; PyTorch's schedulers
 * multiply the rate of every group by the same number.
 *
 * @param path of a module or a parameter, as in {@code features.0}: all below it belongs to the group
 * @param rateShare times the learning rate of the step, at least 0
 * @param ownDecay its weight decay, at least 0; the optimiser's own where empty
 */
public record ParameterGroup(String path, double rateShare, OptionalDouble ownDecay) {
    public ParameterGroup {
        if (!(rateShare >= 0 && rateShare < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "group " + path + ": share of the learning rate must be a number from 0, got " + rateShare);
        }
        if (ownDecay.isPresent() && !(ownDecay.getAsDouble() >= 0)) {
            throw new IllegalArgumentException(
                    "group " + path + ": weight decay must not be negative, got " + ownDecay.getAsDouble());
        }
    }

    /** The parameters at and below a path, with the optimiser's own settings. */
    public static ParameterGroup at(String path) {
        return new ParameterGroup(path, 1, OptionalDouble.empty());
    }

    /** The same parameters at a share of the learning rate. */
    public ParameterGroup rate(double share) {
        return new ParameterGroup(path, share, ownDecay);
    }

    /** The same parameters with a weight decay of their own. */
    public ParameterGroup weightDecay(double decay) {
        return new ParameterGroup(path, rateShare, OptionalDouble.of(decay));
    }
}
