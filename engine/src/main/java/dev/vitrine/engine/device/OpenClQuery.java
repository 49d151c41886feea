package dev.vitrine.engine.device;

import static org.jocl.CL.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** Asks the OpenCL loader. */
final class OpenClQuery {
    private OpenClQuery() {}

    /** All devices of all platforms in the loader's order. */
    static List<OpenClInfo> devices() {
        CL.setExceptionsEnabled(true);
        List<OpenClInfo> found = new ArrayList<>();
        for (cl_platform_id platform : platforms()) {
            for (cl_device_id device : devicesOf(platform)) {
                found.add(new OpenClInfo(found.size(), platform, device));
            }
        }
        return found;
    }

    /** The names of all platforms in the loader's order. */
    static List<String> platformNames() {
        return Arrays.stream(platforms()).map(OpenClQuery::platformName).toList();
    }

    private static cl_platform_id[] platforms() {
        int[] count = new int[1];
        clGetPlatformIDs(0, null, count);
        cl_platform_id[] platforms = new cl_platform_id[count[0]];
        clGetPlatformIDs(platforms.length, platforms, null);
        return platforms;
    }

    private static cl_device_id[] devicesOf(cl_platform_id platform) {
        try {
            int[] count = new int[1];
            clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 0, null, count);
            cl_device_id[] devices = new cl_device_id[count[0]];
            clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, devices.length, devices, null);
            return devices;
        } catch (CLException e) {
            return new cl_device_id[0]; // a platform without a device says so by an error
        }
    }

    static String platformName(cl_platform_id platform) {
        long[] length = new long[1];
        clGetPlatformInfo(platform, CL_PLATFORM_NAME, 0, null, length);
        byte[] text = new byte[(int) length[0]];
        clGetPlatformInfo(platform, CL_PLATFORM_NAME, text.length, Pointer.to(text), null);
        return clean(text);
    }

    static String deviceName(cl_device_id device) {
        return clean(bytes(device, CL_DEVICE_NAME));
    }

    static String deviceVersion(cl_device_id device) {
        return clean(bytes(device, CL_DEVICE_VERSION));
    }

    static String driverVersion(cl_device_id device) {
        return clean(bytes(device, CL_DRIVER_VERSION));
    }

    static int computeUnits(cl_device_id device) {
        return number(device, CL_DEVICE_MAX_COMPUTE_UNITS).getInt();
    }

    static long memoryBytes(cl_device_id device) {
        return number(device, CL_DEVICE_GLOBAL_MEM_SIZE).getLong();
    }

    static int alignmentBytes(cl_device_id device) {
        return number(device, CL_DEVICE_MEM_BASE_ADDR_ALIGN).getInt() / 8;
    }

    static int vectorWidth(cl_device_id device) {
        int width = number(device, CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT).getInt();
        return Math.max(1, Math.min(16, Integer.highestOneBit(Math.max(1, width))));
    }

    /** A CPU by its own word, or because its local memory is ordinary memory. */
    static boolean isCpu(cl_device_id device) {
        long type = number(device, CL_DEVICE_TYPE).getLong();
        int localMemory = number(device, CL_DEVICE_LOCAL_MEM_TYPE).getInt();
        return (type & CL_DEVICE_TYPE_CPU) != 0 || localMemory == CL_GLOBAL;
    }

    private static ByteBuffer number(cl_device_id device, int what) {
        return ByteBuffer.wrap(bytes(device, what)).order(ByteOrder.nativeOrder());
    }

    private static byte[] bytes(cl_device_id device, int what) {
        long[] length = new long[1];
        clGetDeviceInfo(device, what, 0, null, length);
        byte[] value = new byte[(int) length[0]];
        clGetDeviceInfo(device, what, value.length, Pointer.to(value), null);
        return value;
    }

    private static String clean(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
}
