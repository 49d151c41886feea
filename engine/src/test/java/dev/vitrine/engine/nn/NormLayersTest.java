package dev.vitrine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormLayersTest {
    private static final int[] IMAGES = {3, 4, 5, 37};

    @Test
    void refusesXOfOtherAxes() {
        try (JavaDevice device = TestDevices.java()) {
            Network images = Network.of(device, new BatchNorm2d(2), 1);
            assertThatThrownBy(() -> images.forward(Tensor.zeros(device, 3, 2, 5)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("BatchNorm2d: x must be [N, C, H, W], got [3, 2, 5]");
            Network rows = Network.of(device, new BatchNorm1d(2), 1);
            assertThatThrownBy(() -> rows.forward(Tensor.zeros(device, 3, 2, 5, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("BatchNorm1d: x must be [N, C, L] or [N, C], got [3, 2, 5, 1]");
        }
    }

    @Test
    void arraysAndOptionsHavePyTorchsNames() {
        try (JavaDevice device = TestDevices.java()) {
            LayerNorm layerNorm = new LayerNorm(Shape.of(5, 37));
            Module layers = new Sequential(new BatchNorm2d(4), layerNorm);
            assertThat(Network.of(device, layers, 1).state().keySet())
                    .containsExactly("0.weight", "0.bias", "0.running_mean", "0.running_var", "1.weight", "1.bias");
            assertThat(layerNorm.options())
                    .containsEntry("normalized_shape", List.of(5, 37))
                    .containsEntry("eps", 1e-5);
            Summary summary = Summary.of(Network.of(device, layers, 1), Shape.of(IMAGES));
            assertThat(summary.rows()).extracting(Summary.Row::type).containsExactly("BatchNorm2d", "LayerNorm");
            assertThat(summary.rows()).extracting(Summary.Row::trainable).containsExactly(8, 2 * 5 * 37);
            assertThat(summary.rows()).extracting(Summary.Row::out).containsOnly(Shape.of(IMAGES));
        }
    }
}
