package dev.vitrine.engine.device;

import java.util.List;
import java.util.function.Function;
import org.jocl.CLException;

/**
 * Finds and opens devices.
 *
 * <p>Looking for OpenCL is done once: after a failed first touch of JOCL every later one fails in another way. The
 * verdict is kept with its reason.
 */
public final class Devices {
    private static final String UNTUNED = ":untuned";

    /** The OpenCL devices of this machine, or why there is none. */
    private record Verdict(List<String> platforms, List<OpenClInfo> found, String reason) {}

    private static final class Once {
        static final Verdict VERDICT = look();
    }

    private Devices() {}

    private static Verdict look() {
        System.setProperty("uniqueLibraryNames", "true"); // else JVMs that start together overwrite JOCL's library
        try {
            List<OpenClInfo> found = OpenClQuery.devices();
            return new Verdict(
                    OpenClQuery.platformNames(),
                    found,
                    found.isEmpty() ? "the OpenCL loader is there, but no driver offers a device" : "");
        } catch (LinkageError e) {
            return new Verdict(List.of(), List.of(), "no OpenCL loader (libOpenCL) on this machine");
        } catch (CLException e) {
            return new Verdict(List.of(), List.of(), "the OpenCL loader is there, but no driver is installed");
        }
    }

    /** The OpenCL devices of this machine; their indices are what {@code --device opencl:N} takes. */
    public static List<OpenClInfo> openCl() {
        return Once.VERDICT.found();
    }

    /** The OpenCL platforms (drivers) of this machine, those that offer no device too. */
    public static List<String> openClPlatforms() {
        return Once.VERDICT.platforms();
    }

    /** What {@code --device auto} takes: the first OpenCL device, else {@code java}. */
    public static String autoChoice() {
        return openCl().isEmpty() ? "java" : "opencl:0";
    }

    /** Why {@link #openCl()} is empty, in a few words; empty if it is not. */
    public static String whyNoOpenCl() {
        return Once.VERDICT.reason();
    }

    /**
     * Opens a device.
     *
     * @param choice {@code auto}, {@code java}, {@code opencl} or {@code opencl:N}; behind the last two {@code :naive} or
     *     another {@link Rung}, where kernels shall not go all the way up the ladder, or {@code :untuned}
     * @throws DeviceException if there is no such device; the message says what to do
     */
    public static Device open(String choice) {
        return open(choice, info -> Tuning.NONE);
    }

    /**
     * Opens a device with what it was tuned to.
     *
     * @param tunings what a device was tuned to; asked only where {@code choice} names neither a rung nor {@code :untuned}
     */
    public static Device open(String choice, Function<OpenClInfo, Tuning> tunings) {
        if (choice.equals("auto")) {
            return open(autoChoice(), tunings);
        }
        if (choice.equals("java")) {
            return new JavaDevice();
        }
        for (Rung rung : Rung.values()) {
            if (choice.endsWith(":" + rung.word())) {
                OpenClInfo info = find(choice.substring(0, choice.lastIndexOf(':')));
                return open(info, info.fittingProfile().upTo(rung));
            }
        }
        if (choice.endsWith(UNTUNED)) {
            OpenClInfo info = find(choice.substring(0, choice.length() - UNTUNED.length()));
            return open(info, info.fittingProfile());
        }
        OpenClInfo info = find(choice);
        return open(info, info.fittingProfile(), tunings.apply(info));
    }

    /** Opens an OpenCL device with its kernels in the given shape. */
    public static OpenClDevice open(OpenClInfo info, Profile profile) {
        return open(info, profile, FreshMemory.UNDEFINED);
    }

    /** Opens an OpenCL device that is tuned. */
    public static OpenClDevice open(OpenClInfo info, Profile profile, Tuning tuning) {
        return open(info, profile, tuning, FreshMemory.UNDEFINED);
    }

    /** Opens an OpenCL device with a choice of what new buffers hold. */
    public static OpenClDevice open(OpenClInfo info, Profile profile, FreshMemory freshMemory) {
        return open(info, profile, Tuning.NONE, freshMemory);
    }

    /** Opens an OpenCL device that is tuned, with a choice of what new buffers hold. */
    public static OpenClDevice open(OpenClInfo info, Profile profile, Tuning tuning, FreshMemory freshMemory) {
        try {
            return new OpenClDevice(info, profile, tuning, freshMemory);
        } catch (CLException e) {
            throw new DeviceException(
                    "opencl:" + info.index() + " (" + info.deviceName() + ") cannot be opened: " + e.getMessage()
                            + "; use --device java",
                    e);
        }
    }

    private static OpenClInfo find(String choice) {
        int index = index(choice);
        if (openCl().isEmpty()) {
            throw new DeviceException(
                    "--device " + choice + ": " + whyNoOpenCl() + "; use --device java, or see 'vitrine doctor'");
        }
        if (index >= openCl().size()) {
            throw new DeviceException("--device " + choice + ": there are " + openCl().size()
                    + " OpenCL devices, numbered from 0; see 'vitrine doctor'");
        }
        return openCl().get(index);
    }

    private static int index(String choice) {
        if (choice.equals("opencl")) {
            return 0;
        }
        if (choice.matches("opencl:\\d{1,4}")) {
            return Integer.parseInt(choice.substring("opencl:".length()));
        }
        throw new DeviceException("--device " + choice + ": no such device; use auto, java, opencl or opencl:N");
    }
}
