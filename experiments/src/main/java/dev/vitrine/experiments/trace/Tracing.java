package dev.vitrine.experiments.trace;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.inspect.TrainingTrace;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.experiments.model.MadeUpBatch;
import dev.vitrine.experiments.model.NamedNetwork;

/** Training steps of a network on made-up batches, written down whole. */
public final class Tracing {
    private Tracing() {}

    /**
     * Trains a network from its first values and writes everything down.
     *
     * @param seed of the weights and of the batches
     */
    public static TrainingTrace of(
            NamedNetwork network, Device device, Update update, int steps, int batch, long seed) {
        Network made = network.on(device, seed);
        return TrainingTrace.of(
                made,
                update.on(made.parameters()),
                network.objective(),
                Schedule.constant(update.rate()),
                step -> MadeUpBatch.of(network, batch, Rng.of(seed, -1 - step)),
                steps);
    }
}
