package dev.vitrine.engine.autograd;

import static dev.vitrine.engine.autograd.Times.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks that would give wrong gradients are refused, and leave everything as it was. */
class BackwardRefusalTest {
    private final JavaDevice device = TestDevices.java();

    @AfterEach
    void close() {
        device.close();
    }

    private Tensor of(double... values) {
        return Tensor.of(device, Shape.of(values.length), values);
    }

    static Stream<Named<Consumer<Buffer>>> waysToOverwrite() {
        return Stream.of(
                Named.of("write doubles", buffer -> buffer.write(new double[] {5, 6})),
                Named.of("write floats", buffer -> buffer.write(new float[] {5, 6})),
                Named.of("fill", buffer -> buffer.fill(5)),
                Named.of("copyFrom", buffer -> buffer.copyFrom(ones(buffer))),
                Named.of("add", buffer -> buffer.add(ones(buffer))),
                Named.of("a kernel", Buffer::changed));
    }

    private static Buffer ones(Buffer like) {
        Buffer ones = like.allocateBeside();
        ones.fill(1);
        return ones;
    }

    @ParameterizedTest
    @MethodSource("waysToOverwrite")
    void overwrittenInputIsRefusedByNameOfTheOperation(Consumer<Buffer> overwrite) {
        Tensor x = of(1, 2).requiresGrad();
        Tensor y = of(3, 4);
        Tensor product = times(x, y);
        overwrite.accept(y.buffer());
        assertThatThrownBy(() -> product.backward(of(1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("backward(): input 1 [2] of times was overwritten after the forward pass used it; run the"
                        + " forward pass again, or write to a copy");
    }

    @Test
    void overwrittenOutputIsRefused() {
        Tensor x = of(1, 2).requiresGrad();
        Tensor product = times(x, x);
        product.buffer().fill(0);
        assertThatThrownBy(() -> product.backward(of(1, 1)))
                .hasMessage(
                        "backward(): the output [2] of times was overwritten after the forward pass used it; run the"
                                + " forward pass again, or write to a copy");
    }

    @Test
    void writingThroughADetachedTensorIsSeen() {
        Tensor x = of(1, 2).requiresGrad();
        Tensor square = times(x, x);
        Tensor cube = times(square, x);
        square.detach().buffer().fill(0);
        assertThatThrownBy(() -> cube.backward(of(1, 1)))
                .hasMessage("backward(): input 0 [2] of times was overwritten after the forward pass used it; run the"
                        + " forward pass again, or write to a copy");
    }

    @Test
    void gradientUsedAsAnInputAndThenOverwrittenIsRefused() {
        Tensor x = of(3).requiresGrad();
        times(x, x).backward();
        Tensor y = of(2).requiresGrad();
        Tensor product = times(y, x.grad());
        x.zeroGrad();
        times(x, of(1)).backward();
        assertThatThrownBy(product::backward)
                .hasMessageStartingWith("backward(): input 1 [1] of times was overwritten");
    }

    @Test
    void writingBeforeTheForwardPassIsAllowed() {
        Tensor x = of(1, 2).requiresGrad();
        x.buffer().write(new double[] {3, 4});
        times(x, x).backward(of(1, 1));
        x.zeroGrad();
        x.buffer().write(new double[] {5, 6});
        times(x, x).backward(of(1, 1));
        assertThat(x.grad().toDoubles()).containsExactly(10, 12);
    }

    @Test
    void refusedWalkLeavesGradientsAsTheyWere() {
        Tensor x = of(3).requiresGrad();
        times(x, x).backward();
        Tensor z = of(2);
        Tensor early = times(x, z);
        Tensor late = times(times(early, x), x);
        z.buffer().fill(7);
        assertThatThrownBy(late::backward).hasMessageStartingWith("backward(): input 1 [1] of times was overwritten");
        assertThat(x.grad().item()).isEqualTo(6);
        assertThat(late.hasGrad()).isFalse();
    }

    @Test
    void secondWalkThroughASharedPartIsRefusedAndChangesNothing() {
        Tensor x = of(3).requiresGrad();
        Tensor shared = times(x, x);
        Tensor first = times(shared, x);
        Tensor second = times(x, shared);
        first.backward();
        assertThat(x.grad().item()).isEqualTo(27);
        assertThatThrownBy(second::backward)
                .hasMessage("backward(): the walk has been through this times before; run the forward pass again");
        assertThat(x.grad().item()).isEqualTo(27);
    }

    @Test
    void walkAfterTheStepIsRefused() {
        Tensor x = of(3).requiresGrad();
        Tensor product;
        try (Scope step = device.step()) {
            product = times(x, times(x, x));
        }
        assertThatThrownBy(() -> product.backward(of(1)))
                .hasMessageContaining(
                        "of times was given back when its step ended; call backward() inside of the step");
        assertThat(x.hasGrad()).isFalse();
    }

    @Test
    void gradientOfAnotherShapeIsRefused() {
        Tensor x = of(1, 2).requiresGrad();
        assertThatThrownBy(() -> times(x, x).backward(of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("backward(): the gradient must have the tensor's shape [2], got [1]");
    }

    @Test
    void gradientOnAnotherDeviceIsRefused() {
        Tensor x = of(1, 2).requiresGrad();
        try (JavaDevice other = TestDevices.java()) {
            Tensor there = Tensor.of(other, Shape.of(2), 1, 1);
            assertThatThrownBy(() -> times(x, x).backward(there))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("backward(): the gradient must be on the tensor's device java, it is on java");
        }
    }
}
