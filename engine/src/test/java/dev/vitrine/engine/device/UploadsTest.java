package dev.vitrine.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written in a step is on its way while the host goes on. */
class UploadsTest {
    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return values;
    }

    /** Work that the device is busy with for some milliseconds a turn. */
    private static void keepBusy(OpenClDevice device, int turns) {
        Buffer large = device.allocate(1 << 22);
        for (int i = 0; i < turns; i++) {
            large.fill(i);
        }
    }

    @Test
    void valuesMayChangeAsSoonAsTheyAreWritten() {
        try (OpenClDevice device = TestDevices.openCl();
                Scope step = device.step()) {
            keepBusy(device, 20);
            List<Buffer> written = new ArrayList<>();
            float[] values = filled(1000, 0);
            for (int i = 0; i < 7; i++) {
                Arrays.fill(values, i);
                written.add(device.allocate(values.length).write(values));
            }
            Arrays.fill(values, Float.NaN);
            for (int i = 0; i < written.size(); i++) {
                assertThat(written.get(i).toFloats())
                        .as("the write number %s", i)
                        .containsOnly(i);
            }
        }
    }

    @Test
    void sizesOfAllKindsArriveAlsoWhenTheirMemoryIsBound() {
        try (OpenClDevice device = TestDevices.openCl();
                Scope step = device.step()) {
            keepBusy(device, 20);
            List<Buffer> written = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                written.add(device.allocate((1 << 20) + i).write(filled((1 << 20) + i, i)));
            }
            for (int i = 0; i < written.size(); i++) {
                assertThat(written.get(i).toFloats())
                        .as("the write number %s", i)
                        .containsOnly(i);
            }
        }
    }

    @Test
    void aWriteInAStepComesBackBeforeTheDeviceHasCaughtUp() {
        try (OpenClDevice device = TestDevices.openCl();
                Scope step = device.step()) {
            float[] values = filled(100, 1);
            device.allocate(values.length).write(values);
            keepBusy(device, 300);
            device.synchronize();
            long begin = System.nanoTime();
            keepBusy(device, 300);
            device.synchronize();
            long busy = System.nanoTime() - begin;
            begin = System.nanoTime();
            keepBusy(device, 300);
            device.allocate(values.length).write(values);
            long written = System.nanoTime() - begin;
            assertThat(written).as("nanoseconds until the write came back").isLessThan(busy / 2);
        }
    }
}
