package dev.vitrine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private final JavaDevice device = TestDevices.java();
    private final Tensor x = Tensor.randn(device, new Rng(3), 100);

    @AfterEach
    void close() {
        device.close();
    }

    private Network network(long seed) {
        return Network.of(device, new Sequential(new Dropout(0.5), new Dropout(0.5)), seed);
    }

    private double[] forward(Network network) {
        return network.forward(x).toDoubles();
    }

    @Test
    void everyTrainingPassDropsOthersAndAStepCanBeTakenAgain() {
        Network network = network(1);
        double[] first = forward(network);
        double[] second = forward(network);
        assertThat(second).isNotEqualTo(first);
        assertThat(forward(network.step(0))).containsExactly(first);
        assertThat(forward(network)).containsExactly(second);
        assertThat(forward(network(1).step(1))).containsExactly(second);
        assertThat(forward(network(2))).isNotEqualTo(first);
    }

    @Test
    void layersOfANetworkDropIndependently() {
        List<double[]> outs = new ArrayList<>();
        network(1).forward(x, (path, module, in, out) -> outs.add(out.toDoubles()));
        long both = 0;
        for (double value : outs.get(1)) {
            both += value == 0 ? 1 : 0;
        }
        assertThat(both).isBetween(60L, 90L);
    }

    @Test
    void nothingHappensInUse() {
        Network network = network(1).mode(Mode.EVALUATION);
        assertThat(network.forward(x)).isSameAs(x);
        assertThat(forward(network.mode(Mode.TRAINING))).containsExactly(forward(network(1)));
    }

    @Test
    void probabilityIsAnOptionAndChecked() {
        assertThat(new Dropout(0.25).options()).isEqualTo(Map.of("p", 0.25));
        assertThatThrownBy(() -> new Dropout(-0.1)).hasMessage("dropout: p must be from 0 to 1, got -0.1");
    }
}
