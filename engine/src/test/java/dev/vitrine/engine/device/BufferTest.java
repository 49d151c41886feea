package dev.vitrine.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jocl.CL;
import org.jocl.CLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BufferTest {
    static Stream<TestDevices.Choice> devices() {
        return TestDevices.all().stream();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void valuesGoInAndComeBack(TestDevices.Choice choice) {
        try (Device device = choice.open().get()) {
            Buffer buffer = device.allocate(37);
            double[] values = new double[37];
            for (int i = 0; i < values.length; i++) {
                values[i] = i / 4.0;
            }
            assertThat(buffer.write(values).toDoubles()).containsExactly(values);
            Buffer twice = device.allocate(37);
            twice.copyFrom(buffer);
            twice.add(buffer);
            assertThat(twice.toDoubles()[36]).isEqualTo(18);
            twice.fill(-1.5);
            assertThat(twice.toFloats()).containsOnly(-1.5f);
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void memoryReturnsToItsLevelAfterEachStep(TestDevices.Choice choice) {
        try (Device device = choice.open().get()) {
            Buffer lasting = device.allocateLasting(100);
            long before = device.memory().inUse();
            for (int i = 0; i < 1000; i++) {
                try (Scope step = device.step()) {
                    device.allocate(1000);
                    device.allocate(10).release();
                }
            }
            assertThat(device.memory().inUse()).isEqualTo(before);
            assertThat(device.memory().peak()).isLessThan(before + 10_000);
            assertThat(lasting.isReleased()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void everyChangeIsCounted(TestDevices.Choice choice) {
        try (Device device = choice.open().get()) {
            Buffer buffer = device.allocate(3);
            long before = buffer.version();
            buffer.write(new float[3]);
            buffer.write(new double[3]);
            buffer.fill(1);
            buffer.copyFrom(device.allocate(3));
            buffer.add(device.allocate(3));
            assertThat(buffer.version()).isEqualTo(before + 5);
            buffer.toDoubles();
            buffer.toFloats();
            device.allocate(3).copyFrom(buffer);
            assertThat(buffer.version()).isEqualTo(before + 5);
            FlatBuffer flat = device.allocateFlat(3, 40);
            List<Long> versions = flat.parts().stream().map(Buffer::version).toList();
            flat.clear();
            assertThat(flat.parts()).extracting(Buffer::version).doesNotContainAnyElementsOf(versions);
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void flatBufferKeepsItsPartsApart(TestDevices.Choice choice) {
        try (Device device = choice.open().get()) {
            FlatBuffer flat = device.allocateFlat(3, 40, 1);
            List<Buffer> parts = flat.parts();
            assertThat(parts).extracting(Buffer::size).containsExactly(3, 40, 1);
            parts.get(1).fill(2);
            assertThat(parts.get(0).toFloats()).containsOnly(0);
            assertThat(parts.get(2).toFloats()).containsOnly(0);
            assertThat(parts.get(1).toFloats()).containsOnly(2);
            flat.clear();
            assertThat(parts.get(1).toFloats()).containsOnly(0);
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void useAfterTheStepIsRefused(TestDevices.Choice choice) {
        try (Device device = choice.open().get()) {
            Buffer stale;
            try (Scope step = device.step()) {
                stale = device.allocate(5);
            }
            assertThatThrownBy(stale::toFloats)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("buffer of 5 values was used after its release: the step that made it is over; copy"
                            + " values out before");
        }
    }

    @Test
    void wrongSizeIsRefused() {
        try (Device device = TestDevices.java()) {
            assertThatThrownBy(() -> device.allocate(5).write(new float[4]))
                    .hasMessage("write: buffer holds 5 values, got 4");
        }
    }

    @Test
    void outOfMemorySaysHowMuchWasAskedFor() {
        OpenClInfo info;
        try (OpenClDevice any = TestDevices.openCl()) {
            info = any.info();
        }
        try (Device device =
                new OpenClDevice(info, info.fittingProfile(), Tuning.NONE, FreshMemory.UNDEFINED, 10_000_000)) {
            device.allocate(1_000_000);
            assertThatThrownBy(() -> device.allocate(2_000_000))
                    .isInstanceOf(DeviceException.class)
                    .hasMessage("opencl:0 is out of memory: asked for 8.0 MB, 4.0 MB are in use of 10.0 MB; use a"
                            + " smaller batch");
        }
    }

    @Test
    void outOfMemoryOnTheJavaDeviceSaysHowMuchWasAskedFor() {
        try (Device device = TestDevices.java()) {
            device.allocate(1_000_000);
            device.allocate(500_000).release();
            assertThatThrownBy(() -> device.allocate(Integer.MAX_VALUE)) // more than any array may have
                    .isInstanceOf(DeviceException.class)
                    .hasMessage("java is out of memory: asked for 17179.9 MB, 8.0 MB are in use, Java may have "
                            + String.format(
                                    Locale.ROOT, "%.1f", Runtime.getRuntime().maxMemory() / 1e6)
                            + " MB in all; use a smaller batch, or give Java more (-Xmx)");
            assertThat(device.memory()).isEqualTo(new MemoryUse(8_000_000, 0, 12_000_000));
        }
    }

    private static void withSmallDevice(Consumer<OpenClDevice> test) {
        OpenClInfo info;
        try (OpenClDevice any = TestDevices.openCl()) {
            info = any.info();
        }
        try (OpenClDevice device =
                new OpenClDevice(info, info.fittingProfile(), Tuning.NONE, FreshMemory.UNDEFINED, 10_000_000)) {
            device.allocate(1_000_000);
            test.accept(device);
        }
    }

    @Test
    void refusedLaunchNamesTheKernelAndTheMemoryInUse() {
        withSmallDevice(device -> {
            OpenClKernel fill = device.kernel(MemoryKernels.class, "memory.cl", "fill", Defines.NONE);
            Buffer buffer = device.allocate(1);
            WorkSize tooLarge = new WorkSize(new long[] {1 << 30}, new long[] {1 << 30});
            assertThatThrownBy(() -> fill.launch(tooLarge, buffer, 1, 0f))
                    .isInstanceOf(DeviceException.class)
                    .hasMessage(
                            "opencl:0 failed launching the kernel memory.fill: CL_INVALID_WORK_GROUP_SIZE; 4.0 MB are in"
                                    + " use of 10.0 MB; see 'vitrine doctor', or use --device java");
        });
    }

    @Test
    void failureOfTheDriverSaysWhatToDo() {
        withSmallDevice(device -> {
            assertThat(device.failed("handing out 37 values", new CLException("", CL.CL_OUT_OF_RESOURCES)))
                    .hasMessage("opencl:0 failed handing out 37 values: CL_OUT_OF_RESOURCES; 4.0 MB are in use of"
                            + " 10.0 MB; it may be out of memory: use a smaller batch");
            assertThat(device.failed("finishing its work", new CLException("", CL.CL_DEVICE_NOT_AVAILABLE)))
                    .hasMessage("opencl:0 failed finishing its work: CL_DEVICE_NOT_AVAILABLE; 4.0 MB are in use of"
                            + " 10.0 MB; the device is lost: start again, from the last checkpoint or with --device"
                            + " java");
        });
    }

    @Test
    void freeMemoryOfOtherSizesMakesRoom() {
        OpenClInfo info;
        try (OpenClDevice any = TestDevices.openCl()) {
            info = any.info();
        }
        try (Device device =
                new OpenClDevice(info, info.fittingProfile(), Tuning.NONE, FreshMemory.UNDEFINED, 10_000_000)) {
            device.allocate(2_000_000).release();
            assertThat(device.memory().pooled()).isEqualTo(8_000_000);
            device.allocate(1_000_000);
            assertThat(device.memory().pooled()).isZero();
        }
    }

    @Test
    void scopesCloseInReverseOrder() {
        try (Device device = TestDevices.java()) {
            Scope outer = device.step();
            Scope inner = device.inference();
            assertThat(device.records()).isFalse();
            assertThatThrownBy(outer::close)
                    .hasMessage("scopes must be closed in reverse order, each once; use try-with-resources");
            inner.close();
            assertThat(device.records()).isTrue();
            outer.close();
        }
    }
}
