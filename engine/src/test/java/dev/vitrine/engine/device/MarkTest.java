package dev.vitrine.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkTest {
    @Test
    void isReachedWhenAllBeforeItIsDone() {
        try (OpenClDevice device = TestDevices.openCl();
                Scope step = device.step()) {
            Buffer large = device.allocate(1 << 24);
            for (int i = 0; i < 50; i++) {
                large.fill(i);
            }
            try (Mark mark = device.mark()) {
                assertThat(mark.isReached()).as("with much to do").isFalse();
                device.synchronize();
                assertThat(mark.isReached()).as("with all done").isTrue();
            }
        }
    }

    @Test
    void isReachedAtOnceWhereLoopsRunAsTheyAreLaunched() {
        try (Device device = TestDevices.java();
                Mark mark = device.mark()) {
            assertThat(mark.isReached()).isTrue();
        }
    }
}
