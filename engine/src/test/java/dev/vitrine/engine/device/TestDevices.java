package dev.vitrine.engine.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The devices that tests run on: the shapes of a CPU and of a GPU, on whatever OpenCL device there is. */
public final class TestDevices {
    /** The shapes that every kernel is tested in. */
    public static final List<Profile> PROFILES =
            List.of(new Profile(16, 1), new Profile(8, 1), new Profile(1, 1), new Profile(1, 64));

    /** A device to be opened, with a name for the test report. */
    public record Choice(String name, Supplier<Device> open) {
        @Override
        public String toString() {
            return name;
        }
    }

    private TestDevices() {}

    /** A Java device whose fresh memory is poisoned. */
    public static JavaDevice java() {
        return new JavaDevice(FreshMemory.POISONED);
    }

    /** An OpenCL device in its fitting profile, fresh memory poisoned; skips, or fails where OpenCL is required. */
    public static OpenClDevice openCl() {
        requireOpenCl();
        return openCl(first().fittingProfile());
    }

    /** An OpenCL device in the given shape. */
    public static OpenClDevice openCl(Profile profile) {
        requireOpenCl();
        return Devices.open(first(), profile, FreshMemory.POISONED);
    }

    /** An OpenCL device in the given shape that is tuned. */
    public static OpenClDevice openCl(Profile profile, Tuning tuning) {
        requireOpenCl();
        return Devices.open(first(), profile, tuning, FreshMemory.POISONED);
    }

    /** The first OpenCL device with kernels that go no further up the ladder. */
    public static Choice upTo(Rung rung) {
        requireOpenCl();
        return new Choice(
                "opencl " + rung.word(), () -> openCl(first().fittingProfile().upTo(rung)));
    }

    /** Every shape on the first OpenCL device; skips, or fails where OpenCL is required. */
    public static List<Choice> openClShapes() {
        requireOpenCl();
        return shapes().map(profile -> new Choice("opencl " + profile, () -> openCl(profile)))
                .toList();
    }

    /** The kernel checker is slow, and vectors of 8 go no other way than those of 16. */
    private static Stream<Profile> shapes() {
        boolean checker = first().deviceName().contains("Oclgrind");
        return PROFILES.stream().filter(profile -> !checker || profile.vectorWidth() != 8);
    }

    /** The Java device, and OpenCL in every shape where there is any. */
    public static List<Choice> all() {
        List<Choice> all = new ArrayList<>(List.of(new Choice("java", TestDevices::java)));
        if (available() || required()) {
            all.addAll(openClShapes());
        }
        return all;
    }

    /** The Java device, and the first OpenCL device where there is any, as users get them: fresh memory is left as it is. */
    public static List<Choice> asUsersGetThem() {
        List<Choice> all = new ArrayList<>(List.of(new Choice("java", JavaDevice::new)));
        if (available() || required()) {
            all.add(new Choice("opencl", TestDevices::openClAsUsersGetIt));
        }
        return all;
    }

    /** An OpenCL device in its fitting profile, fresh memory as it is. */
    public static OpenClDevice openClAsUsersGetIt() {
        requireOpenCl();
        return Devices.open(first(), first().fittingProfile());
    }

    private static OpenClInfo first() {
        return Devices.openCl().get(0);
    }

    private static boolean available() {
        return !"off".equals(System.getProperty("vitrine.opencl"))
                && !Devices.openCl().isEmpty();
    }

    private static void requireOpenCl() {
        if ("off".equals(System.getProperty("vitrine.opencl"))) {
            Assumptions.abort("OpenCL is switched off by -Dvitrine.opencl=off");
        }
        if (Devices.openCl().isEmpty()) {
            if (required()) {
                throw new AssertionError("OpenCL is required here, but " + Devices.whyNoOpenCl());
            }
            Assumptions.abort("no OpenCL device: " + Devices.whyNoOpenCl());
        }
    }

    private static boolean required() {
        return "required".equals(System.getProperty("vitrine.opencl"));
    }
}
