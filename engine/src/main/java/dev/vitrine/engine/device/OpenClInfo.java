package dev.vitrine.engine.device;

import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** What an OpenCL device says of itself. */
public final class OpenClInfo {
    /** The shape of hardware that kernels are fitted to. */
    public enum Kind {
        /** Few cores with wide vectors; local memory is ordinary memory. */
        CPU,
        /** Many work-items; local memory is a fast store of its own. */
        GPU
    }

    private final int index;
    private final cl_platform_id platform;
    private final cl_device_id device;

    OpenClInfo(int index, cl_platform_id platform, cl_device_id device) {
        this.index = index;
        this.platform = platform;
        this.device = device;
    }

    /** The N of {@code --device opencl:N}. */
    public int index() {
        return index;
    }

    public String platformName() {
        return OpenClQuery.platformName(platform);
    }

    public String deviceName() {
        return OpenClQuery.deviceName(device);
    }

    /** The OpenCL version, as in {@code OpenCL 1.2 pocl}. */
    public String version() {
        return OpenClQuery.deviceVersion(device);
    }

    public String driverVersion() {
        return OpenClQuery.driverVersion(device);
    }

    public int computeUnits() {
        return OpenClQuery.computeUnits(device);
    }

    public long memoryBytes() {
        return OpenClQuery.memoryBytes(device);
    }

    public int alignmentBytes() {
        return OpenClQuery.alignmentBytes(device);
    }

    /** Floats that the hardware works on at once, by its own word: 1, 2, 4, 8 or 16. */
    public int vectorWidth() {
        return OpenClQuery.vectorWidth(device);
    }

    public Kind kind() {
        return OpenClQuery.isCpu(device) ? Kind.CPU : Kind.GPU;
    }

    /** The shape that fits: wide vectors and no groups on a CPU, single floats and groups of 64 on a GPU. */
    public Profile fittingProfile() {
        return kind() == Kind.CPU ? new Profile(vectorWidth(), 1) : new Profile(1, 64);
    }

    cl_platform_id platformId() {
        return platform;
    }

    cl_device_id deviceId() {
        return device;
    }

    cl_device_id[] deviceIds() {
        return new cl_device_id[] {device};
    }
}
