package dev.vitrine.experiments.model;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.FreshMemory;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Profile;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The devices that whole networks are tested on, fresh memory poisoned: Java, and OpenCL in the shapes of a CPU and a GPU. */
public final class DevicesUnderTest {
    private DevicesUnderTest() {}

    static String name(Supplier<Device> device) {
        try (Device opened = device.get()) {
            return opened.name() + (opened instanceof OpenClDevice openCl ? " " + openCl.profile() : "");
        }
    }

    static Stream<Supplier<Device>> all() {
        Stream<Supplier<Device>> java = Stream.of(() -> new JavaDevice(FreshMemory.POISONED));
        return Devices.openCl().isEmpty() && !required() ? java : Stream.concat(java, openCl());
    }

    public static Stream<Supplier<Device>> openCl() {
        if (Devices.openCl().isEmpty()) {
            if (required()) {
                throw new AssertionError("OpenCL is required here, but " + Devices.whyNoOpenCl());
            }
            Assumptions.abort("no OpenCL device: " + Devices.whyNoOpenCl());
        }
        OpenClInfo info = Devices.openCl().get(0);
        return Stream.of(info.fittingProfile(), new Profile(1, 64))
                .map(profile -> () -> Devices.open(info, profile, FreshMemory.POISONED));
    }

    private static boolean required() {
        return "required".equals(System.getProperty("vitrine.opencl"));
    }
}
