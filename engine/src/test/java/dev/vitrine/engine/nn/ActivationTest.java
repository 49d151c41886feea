package dev.vitrine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivationTest {
    private final JavaDevice device = TestDevices.java();

    @AfterEach
    void close() {
        device.close();
    }

    private double[] of(Module module, double... values) {
        return module.forward(Tensor.of(device, Shape.of(1, values.length), values))
                .toDoubles();
    }

    @Test
    void leakyReLUKeepsAHundredthUnlessToldOtherwise() {
        assertThat(of(new LeakyReLU(), -2, 3)).containsExactly(-0.02, 3);
        assertThat(of(new LeakyReLU(0.5), -2, 3)).containsExactly(-1, 3);
        assertThat(new LeakyReLU().options()).isEqualTo(Map.of("negative_slope", 0.01));
    }

    @Test
    void sigmoidAndTanhSquash() {
        assertThat(of(new Sigmoid(), -1000, 0, 1000)).containsExactly(0, 0.5, 1);
        assertThat(of(new Tanh(), -1000, 0, 1000)).containsExactly(-1, 0, 1);
    }

    @Test
    void softmaxTakesItsAxis() {
        assertThat(of(new Softmax(0), -2, 3)).containsExactly(1, 1);
        assertThat(of(new Softmax(1), 3, 3)).containsExactly(0.5, 0.5);
        assertThat(of(new LogSoftmax(0), -2, 3)).containsExactly(0, 0);
        assertThat(of(new LogSoftmax(-1), 3, 3))
                .containsExactly(new double[] {Math.log(0.5), Math.log(0.5)}, within(1e-12));
        assertThat(new Softmax(1).options()).isEqualTo(Map.of("dim", 1));
    }
}
