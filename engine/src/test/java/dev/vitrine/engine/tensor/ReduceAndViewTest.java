package dev.vitrine.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.reduce.Axes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The methods that reduce and rearrange call the operation that they name; what it does is tested there. */
class ReduceAndViewTest {
    private final JavaDevice device = TestDevices.java();
    private final Tensor x = Tensor.of(device, Shape.of(2, 3), 1, 2, 3, 4, 6, 5);

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void reductions() {
        assertThat(x.sum().item()).isEqualTo(21);
        assertThat(x.sum(Axes.of(0)).toDoubles()).containsExactly(5, 8, 8);
        assertThat(x.mean().item()).isEqualTo(3.5);
        assertThat(x.mean(Axes.of(1).keepDims()).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(x.mean(Axes.of(1)).toDoubles()).containsExactly(2, 5);
        assertThat(x.max().item()).isEqualTo(6);
        assertThat(x.max(0).toDoubles()).containsExactly(4, 6, 5);
        assertThat(x.amax(Axes.of(1)).toDoubles()).containsExactly(3, 6);
        assertThat(x.argmax(Axes.of(1)).toDoubles()).containsExactly(2, 1);
    }

    @Test
    void views() {
        assertThat(x.reshape(3, -1).shape()).isEqualTo(Shape.of(3, 2));
        assertThat(x.reshape(3, 2, 1).flatten(1).shape()).isEqualTo(Shape.of(3, 2));
        assertThat(x.permute(1, 0).toDoubles()).containsExactly(1, 4, 2, 6, 3, 5);
        assertThat(x.transpose(0, -1).toDoubles()).containsExactly(1, 4, 2, 6, 3, 5);
        assertThat(x.slice(1, 1, 3).toDoubles()).containsExactly(2, 3, 6, 5);
    }
}
