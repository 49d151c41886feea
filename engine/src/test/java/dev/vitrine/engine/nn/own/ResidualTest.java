package dev.vitrine.engine.nn.own;

import static dev.vitrine.engine.op.loss.CrossEntropy.crossEntropy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.nn.Conv1d;
import dev.vitrine.engine.nn.GlobalMaxPool1d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.TrainingLoop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualTest {
    /** Three classes of waves: one, two and three turns in 16 samples, with noise. */
    private static Batch waves(long step) {
        Rng rng = Rng.of(4, step);
        float[] inputs = new float[12 * 16];
        float[] classes = new float[12];
        for (int n = 0; n < 12; n++) {
            classes[n] = rng.nextInt(3);
            double start = rng.uniform(0, 2 * Math.PI);
            for (int l = 0; l < 16; l++) {
                double turn = 2 * Math.PI * (classes[n] + 1) * l / 16;
                inputs[n * 16 + l] = (float) (Math.sin(start + turn) + 0.1 * rng.gaussian());
            }
        }
        return new Batch(inputs, Shape.of(12, 1, 16), classes, Shape.of(12));
    }

    @Test
    void learnsToTellWavesApart() {
        try (Device device = Devices.open("auto")) {
            Network network = Network.of(
                    device,
                    new Sequential(
                            new Conv1d(1, 8, Window.of(5), Init.heNormal()),
                            new Residual(8),
                            new GlobalMaxPool1d(),
                            new Linear(8, 3, Init.glorotUniform())),
                    1);
            List<Double> losses = new ArrayList<>();
            new TrainingLoop(
                            network,
                            new Adam(network.parameters(), Adam.Options.DEFAULT),
                            (scores, classes) -> crossEntropy(scores, classes),
                            Schedule.constant(0.02))
                    .run(ResidualTest::waves, 0, 200, (step, loss) -> losses.add(loss));
            assertThat(losses.get(0)).isGreaterThan(0.8);
            assertThat(losses.get(losses.size() - 1)).isLessThan(0.3);
            assertThat(network.parameters().get("1.share").item()).isNotZero();
        }
    }

    @Test
    void isKnownByItsPaths() {
        try (Device device = Devices.open("java")) {
            Network network = Network.of(device, new Sequential(new Residual(2), new Residual(2)), 1);
            assertThat(network.state().keySet())
                    .containsExactly(
                            "0.share", "0.conv.weight", "0.conv.bias", "1.share", "1.conv.weight", "1.conv.bias");
            network.freeze("1.conv");
            Summary summary = Summary.of(network, Shape.of(1, 2, 9));
            assertThat(summary.trainable()).isEqualTo(1 + 12 + 2 + 1);
            Tensor x = Tensor.of(device, Shape.of(1, 2, 2), 1, 2, 3, 4);
            assertThat(network.forward(x).toDoubles()).containsExactly(1, 2, 3, 4); // the shares are still 0
        }
    }
}
