package dev.vitrine.engine.autograd;

import static dev.vitrine.engine.autograd.Times.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackwardTest {
    private final JavaDevice device = TestDevices.java();

    @AfterEach
    void close() {
        device.close();
    }

    private Tensor leaf(double value) {
        return Tensor.of(device, Shape.of(), value).requiresGrad();
    }

    @Test
    void gradientsOfSeveralUsesAddUp() {
        Tensor x = leaf(3);
        times(times(x, x), x).backward();
        assertThat(x.grad().item()).isEqualTo(27);
    }

    @Test
    void gradientOfWhatWasBroadcastIsTheSumOverItsUses() {
        Tensor row = Tensor.of(device, Shape.of(3), 1, 2, 3).requiresGrad();
        Tensor column = Tensor.of(device, Shape.of(2, 1), 10, 20).requiresGrad();
        row.mul(column).add(row).sum().backward();
        assertThat(row.grad().toDoubles()).containsExactly(32, 32, 32);
        assertThat(column.grad().toDoubles()).containsExactly(6, 6);
    }

    @Test
    void gradientsOfSeveralWalksAddUpUntilZeroGrad() {
        Tensor x = leaf(3);
        Tensor two = Tensor.of(device, Shape.of(), 2);
        times(x, two).backward();
        times(x, two).backward();
        assertThat(x.grad().item()).isEqualTo(4);
        x.zeroGrad();
        times(x, two).backward();
        assertThat(x.grad().item()).isEqualTo(2);
    }

    @Test
    void secondWalkThroughTheSameNodesIsRefused() {
        Tensor x = leaf(3);
        Tensor y = times(x, x);
        y.backward();
        assertThatThrownBy(y::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("backward(): the walk has been through this times before; run the forward pass again");
    }

    @Test
    void gradientOfAnIntermediateIsKeptOnlyWhenAsked() {
        Tensor x = leaf(3);
        Tensor dropped = times(x, x);
        Tensor kept = times(x, dropped).retainGrad();
        times(kept, x).backward();
        assertThat(kept.grad().item()).isEqualTo(3);
        assertThat(dropped.hasGrad()).isFalse();
        assertThatThrownBy(dropped::grad)
                .hasMessage("tensor [] has no gradient: backward() has not reached it, or it was not kept (call"
                        + " retainGrad() before backward())");
    }

    @Test
    void nothingIsRecordedWithoutNeed() {
        Tensor x = Tensor.of(device, Shape.of(), 3);
        assertThat(times(x, x).origin()).isNull();
        assertThatThrownBy(() -> times(x, x).backward())
                .hasMessage("backward(): tensor [] was not made by a recorded operation; no input asked for a gradient,"
                        + " or recording was off");
    }

    @Test
    void nothingIsRecordedDuringInference() {
        Tensor x = leaf(3);
        try (Scope inference = device.inference()) {
            assertThat(times(x, x).origin()).isNull();
        }
        assertThat(times(x, x).origin()).isNotNull();
    }

    @Test
    void stepInsideOfInferenceRecordsAgain() {
        Tensor x = leaf(3);
        try (Scope inference = device.inference();
                Scope step = device.step()) {
            times(x, x).backward();
        }
        assertThat(x.grad().item()).isEqualTo(6);
    }

    @Test
    void walkInsideOfInferenceGoesThroughWhatWasRecordedBefore() {
        Tensor x = leaf(3);
        Tensor y = times(x, x);
        try (Scope inference = device.inference()) {
            y.backward();
        }
        assertThat(x.grad().item()).isEqualTo(6);
    }

    @Test
    void gradientReachesBothInputsThatAreTheSameTensorAndItsDetachedSelf() {
        Tensor x = leaf(3);
        times(times(x, x.detach()), x).backward();
        assertThat(x.grad().item()).isEqualTo(18);
    }

    @Test
    void gradientOfTheRootIsWhatWasGiven() {
        Tensor x = leaf(3);
        Tensor y = times(x, x).retainGrad();
        y.backward(Tensor.of(device, Shape.of(), 5));
        assertThat(y.grad().item()).isEqualTo(5);
        assertThat(x.grad().item()).isEqualTo(30);
    }

    @Test
    void detachStopsTheGradient() {
        Tensor x = leaf(3);
        times(x, times(x, x).detach()).backward();
        assertThat(x.grad().item()).isEqualTo(9);
    }

    @Test
    void walkFromMoreThanOneValueWantsTheirGradients() {
        Tensor x = Tensor.of(device, Shape.of(2), 3, 4).requiresGrad();
        assertThatThrownBy(() -> times(x, x).backward())
                .hasMessage(
                        "backward(): wants a scalar to start from, tensor has shape [2]; give backward() the gradient"
                                + " of every element");
        times(x, x).backward(Tensor.of(device, Shape.of(2), 1, 10));
        assertThat(x.grad().toDoubles()).containsExactly(6, 80);
    }

    @Test
    void leafThatOutlivesTheStepKeepsItsGradient() {
        Tensor x = leaf(3);
        try (Scope step = device.step()) {
            times(x, x).backward();
        }
        assertThat(x.grad().item()).isEqualTo(6);
    }

    @Test
    void deepChainDoesNotOverflowTheStack() {
        Tensor one = Tensor.of(device, Shape.of(), 1);
        Tensor x = leaf(3);
        Tensor y = x;
        for (int i = 0; i < 100_000; i++) {
            y = times(y, one);
        }
        y.backward();
        assertThat(x.grad().item()).isEqualTo(1);
    }

    @Test
    void inputsOnDifferentDevicesAreRefused() {
        try (JavaDevice other = TestDevices.java()) {
            Tensor there = Tensor.of(other, Shape.of(), 1);
            assertThatThrownBy(() -> times(leaf(1), there))
                    .hasMessage("times: inputs are on different devices, java and java");
        }
    }
}
