package dev.vitrine.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesTest {
    @TempDir
    private Path folder;

    @Test
    void withoutADriverAutoTakesJavaAndSaysWhy() throws Exception {
        Path noVendors = Files.createDirectory(folder.resolve("vendors"));
        ChildJvm.Result result =
                ChildJvm.run(FindDevicesMain.class, folder, Map.of("OCL_ICD_VENDORS", noVendors.toString()));
        assertThat(result.output()).contains("auto is java").containsPattern("reason: .+");
        assertThat(result.output()).containsPattern("--device opencl: .+; use --device java, or see 'vitrine doctor'");
        assertThat(result.exit()).isZero();
    }

    @Test
    void javaIsAlwaysThere() {
        try (Device device = Devices.open("java")) {
            assertThat(device.name()).isEqualTo("java");
        }
    }

    @Test
    void unknownDeviceIsRefused() {
        assertThatThrownBy(() -> Devices.open("gpu"))
                .isInstanceOf(DeviceException.class)
                .hasMessage("--device gpu: no such device; use auto, java, opencl or opencl:N");
    }

    @Test
    void openClDeviceNumbersEndSomewhere() {
        try (OpenClDevice device = TestDevices.openCl()) {
            int count = Devices.openCl().size();
            assertThat(device.info().index()).isZero();
            assertThatThrownBy(() -> Devices.open("opencl:" + count))
                    .hasMessage("--device opencl:" + count + ": there are " + count
                            + " OpenCL devices, numbered from 0; see 'vitrine doctor'");
        }
    }

    @Test
    void kernelsGoAsFarUpTheLadderAsTheNameSays() {
        TestDevices.openCl().close();
        try (Device device = Devices.open("opencl:0:naive")) {
            assertThat(device.name()).isEqualTo("opencl:0:naive");
            assertThat(device.fuses()).isFalse();
            assertThat(((OpenClDevice) device).profile().vectorWidth()).isEqualTo(1);
            assertThat(((OpenClDevice) device).profile().kept(10)).isEqualTo(1);
        }
        try (Device device = Devices.open("opencl:fused")) {
            assertThat(device.name()).isEqualTo("opencl:0");
            assertThat(device.fuses()).isTrue();
        }
        assertThatThrownBy(() -> Devices.open("java:naive"))
                .hasMessage("--device java: no such device; use auto, java, opencl or opencl:N");
    }

    @Test
    void rungsAboveRegistersHaveWideVectors() {
        Profile profile = new Profile(16, 1);
        assertThat(profile.upTo(Rung.REGISTERS)).isEqualTo(new Profile(1, 1, Rung.REGISTERS));
        assertThat(profile.upTo(Rung.REGISTERS).kept(10)).isEqualTo(10);
        assertThat(profile.upTo(Rung.VECTORS)).isEqualTo(new Profile(16, 1, Rung.VECTORS));
        assertThat(profile.upTo(Rung.FUSED)).isEqualTo(profile).hasToString("V=16 WGS=1");
    }

    @Test
    void profilesAreChecked() {
        assertThatThrownBy(() -> new Profile(3, 1)).hasMessage("vector width must be 1, 2, 4, 8 or 16, got 3");
        assertThatThrownBy(() -> new Profile(1, 512))
                .hasMessage("group size must be a power of two from 1 to 256, got 512");
    }
}
