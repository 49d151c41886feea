package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.experiments.UserError;
import org.junit.jupiter.api.Test;

class DeviceChoiceTest {
    @Test
    void kernelsAreNamedBehindTheDevice() {
        assertThat(DeviceChoice.upTo(null, "auto")).isEqualTo("auto");
        assertThat(DeviceChoice.upTo("naive", "opencl:1")).isEqualTo("opencl:1:naive");
    }

    @Test
    void kernelsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> DeviceChoice.upTo("quick", "opencl"))
                .isInstanceOf(UserError.class)
                .hasMessage("--kernels must be naive, registers, vectors or fused, got quick");
        assertThatThrownBy(() -> DeviceChoice.upTo("naive", "java"))
                .isInstanceOf(UserError.class)
                .hasMessage("--kernels naive: the Java device has no kernels; use --device opencl");
    }
}
