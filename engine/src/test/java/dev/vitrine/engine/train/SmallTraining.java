package dev.vitrine.engine.train;

import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.nn.BatchNorm1d;
import dev.vitrine.engine.nn.Bias;
import dev.vitrine.engine.nn.Channels;
import dev.vitrine.engine.nn.Conv1d;
import dev.vitrine.engine.nn.Dropout;
import dev.vitrine.engine.nn.GlobalAvgPool1d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.MaxPool1d;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;

/** A training that is small and has a bit of everything: sums, statistics, windows, draws and an optimiser's memory. */
final class SmallTraining {
    private static final int ITEMS = 5;
    private static final int LENGTH = 23;

    private SmallTraining() {}

    static Network network(Device device) {
        return Network.of(
                device,
                new Sequential(
                        new Conv1d(Channels.of(1, 3), Window.of(5).stride(2), Bias.NONE, Init.heNormal()),
                        new BatchNorm1d(3),
                        new ReLU(),
                        new MaxPool1d(2),
                        new Dropout(0.2),
                        new GlobalAvgPool1d(),
                        new Linear(3, 1, Init.glorotUniform())),
                17);
    }

    static TrainingLoop loop(Network network) {
        return new TrainingLoop(
                network,
                new Adam(network.parameters(), Adam.Options.DEFAULT),
                (z, t) -> bceWithLogits(z, t),
                Schedule.constant(0.01));
    }

    /** Noise, and in items of class 1 a wave in it. */
    static Batch batch(long step) {
        Rng rng = Rng.of(4, step);
        float[] inputs = new float[ITEMS * LENGTH];
        float[] targets = new float[ITEMS];
        for (int n = 0; n < ITEMS; n++) {
            targets[n] = rng.nextInt(2);
            for (int l = 0; l < LENGTH; l++) {
                inputs[n * LENGTH + l] = (float) (rng.gaussian() + targets[n] * 2 * Math.sin(0.8 * l));
            }
        }
        return new Batch(inputs, Shape.of(ITEMS, 1, LENGTH), targets, Shape.of(ITEMS, 1));
    }
}
