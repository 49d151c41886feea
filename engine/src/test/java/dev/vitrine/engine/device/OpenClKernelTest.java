package dev.vitrine.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A launch hands over only the arguments that have changed; it must miss none. */
class OpenClKernelTest {
    private static final Place HERE = new Place("here", Place.Pass.FORWARD);

    private static OpenClKernel fill(OpenClDevice device) {
        return device.kernel(OpenClKernel.class, "memory.cl", "fill", Defines.NONE);
    }

    private static void fill(OpenClDevice device, Buffer buffer, float value) {
        fill(device).launch(WorkSize.row(device.profile(), buffer.size()), buffer, buffer.size(), value);
    }

    @Test
    void eachLaunchHasItsOwnArguments() {
        try (OpenClDevice device = TestDevices.openCl()) {
            Buffer a = device.allocate(3);
            Buffer b = device.allocate(2);
            fill(device, a, 1);
            fill(device, b, 2);
            assertThat(a.toFloats()).containsExactly(1, 1, 1);
            assertThat(b.toFloats()).containsExactly(2, 2);
            fill(device, b, 3);
            fill(device, a, 3);
            assertThat(a.toFloats()).containsExactly(3, 3, 3);
            assertThat(b.toFloats()).containsExactly(3, 3);
        }
    }

    @Test
    void placesDoNotDisturbOneAnother() {
        try (OpenClDevice device = TestDevices.openCl()) {
            Buffer a = device.allocate(3);
            fill(device, a, 1);
            device.place(HERE);
            fill(device, a, 2);
            assertThat(a.toFloats()).containsExactly(2, 2, 2);
            device.place(Place.NOWHERE);
            fill(device, a, 1);
            assertThat(a.toFloats()).containsExactly(1, 1, 1);
        }
    }

    @Test
    void memoryThatWasGivenBackAndTakenAgainIsHandedOver() {
        try (OpenClDevice device = TestDevices.openCl()) {
            for (int round = 0; round < 3; round++) {
                try (Scope step = device.step()) {
                    Buffer first = device.allocate(4);
                    Buffer second = device.allocate(4);
                    fill(device, round % 2 == 0 ? first : second, round);
                    fill(device, round % 2 == 0 ? second : first, -1);
                    assertThat((round % 2 == 0 ? first : second).toFloats()).containsOnly(round);
                    assertThat((round % 2 == 0 ? second : first).toFloats()).containsOnly(-1);
                }
            }
        }
    }

    @Test
    void argumentThatWasRefusedIsRefusedAgain() {
        try (OpenClDevice device = TestDevices.openCl()) {
            Buffer a = device.allocate(2);
            WorkSize size = WorkSize.row(device.profile(), 2);
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(() -> fill(device).launch(size, a, 2, "3"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("argument 2 must be a Buffer, an int, a float or an int[], got String");
            }
            fill(device, a, 3);
            assertThat(a.toFloats()).containsExactly(3, 3);
        }
    }
}
