package dev.vitrine.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The methods of a tensor that call an operation each. */
class ArithmeticTest {
    private final JavaDevice device = TestDevices.java();

    @AfterEach
    void close() {
        device.close();
    }

    private Tensor row(double... values) {
        return Tensor.of(device, Shape.of(values.length), values).requiresGrad();
    }

    @Test
    void formulaReadsFromLeftToRight() {
        Tensor x = row(1, 2, 4);
        Tensor y = x.add(row(3, 2, 0)).mul(2).sub(x).div(row(1, 2, 4)).pow(2);
        assertThat(y.toDoubles()).containsExactly(49, 9, 1);
        y.backward(Tensor.of(device, Shape.of(3), 1, 1, 1));
        assertThat(x.grad().toDoubles()).containsExactly(14, 3, 0.5);
    }

    @Test
    void tensorsAndNumbersMeet() {
        Tensor x = row(1, 2);
        assertThat(x.sub(1).toDoubles()).containsExactly(0, 1);
        assertThat(x.add(1).toDoubles()).containsExactly(2, 3);
        assertThat(x.div(2).toDoubles()).containsExactly(0.5, 1);
        assertThat(x.sub(row(5)).toDoubles()).containsExactly(-4, -3);
        assertThat(x.mul(row(5)).toDoubles()).containsExactly(5, 10);
        assertThat(x.pow(row(3, 3)).toDoubles()).containsExactly(1, 8);
        assertThat(x.matmul(row(3, 5)).item()).isEqualTo(13);
        assertThat(x.broadcastTo(2, 2).toDoubles()).containsExactly(1, 2, 1, 2);
        assertThat(Tensor.scalar(device, 7).shape()).isEqualTo(Shape.of());
    }

    @Test
    void functionsCanBeChained() {
        assertThat(row(4, 9).sqrt().neg().abs().toDoubles()).containsExactly(2, 3);
        assertThat(row(0, 1).exp().log().toDoubles()).containsExactly(0, 1);
        assertThat(row(-2, 2).relu().toDoubles()).containsExactly(0, 2);
        assertThat(row(-2, 2).leakyRelu(0.5).toDoubles()).containsExactly(-1, 2);
        assertThat(row(-2, 2).clamp(-1, 3).toDoubles()).containsExactly(-1, 2);
        assertThat(row(1, 1).softmax(0).log().exp().toDoubles()).containsExactly(0.5, 0.5);
        assertThat(row(7).logSoftmax(-1).toDoubles()).containsExactly(0);
        assertThat(row(0).sigmoid().toDoubles()).containsExactly(0.5);
        assertThat(row(0).tanh().toDoubles()).containsExactly(0);
    }
}
