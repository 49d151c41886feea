package dev.vitrine.engine.device;

import static org.jocl.CL.clEnqueueNDRangeKernel;
import static org.jocl.CL.clSetKernelArg;

import java.util.List;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_event;
import org.jocl.cl_kernel;

/** One compiled kernel, ready to be launched. Launches run in order; none waits for the device. */
public final class OpenClKernel {
    private final OpenClDevice device;
    private final String name;
    private final cl_kernel kernel;

    OpenClKernel(OpenClDevice device, String name, cl_kernel kernel) {
        this.device = device;
        this.name = name;
        this.kernel = kernel;
    }

    /** Its file and its name in there, as in {@code conv1d.forward}. */
    public String name() {
        return name;
    }

    /**
     * Puts the kernel into the device's queue.
     *
     * @param size work-items and groups
     * @param arguments in the kernel's order: {@link Buffer}, {@code Integer}, {@code Float}, or {@code int[]} of 2, 4,
     *     8 or 16 numbers for an {@code int2} to {@code int16}
     * @throws DeviceException if the device refuses
     */
    public void launch(WorkSize size, Object... arguments) {
        try {
            for (int i = 0; i < arguments.length; i++) {
                setArgument(i, arguments[i]);
            }
            List<WorkSize.Slice> slices = size.slices();
            LaunchClock clock = device.clock();
            List<cl_event> events =
                    clock == null ? List.of() : clock.begin(name, device.place(), slices.size(), arguments);
            for (int i = 0; i < slices.size(); i++) {
                WorkSize.Slice slice = slices.get(i);
                clEnqueueNDRangeKernel(
                        device.queue(),
                        kernel,
                        slice.global().length,
                        slice.offset(),
                        slice.global(),
                        size.local(),
                        0,
                        null,
                        events.isEmpty() ? null : events.get(i));
            }
        } catch (CLException e) {
            throw device.failed("launching the kernel " + name, e);
        }
        device.launched(name);
    }

    private void setArgument(int index, Object argument) {
        if (argument instanceof Buffer buffer) {
            clSetKernelArg(
                    kernel,
                    index,
                    Sizeof.cl_mem,
                    Pointer.to(OpenClBuffer.on(device, buffer).memory()));
        } else if (argument instanceof Integer number) {
            clSetKernelArg(kernel, index, Sizeof.cl_int, Pointer.to(new int[] {number}));
        } else if (argument instanceof Float number) {
            clSetKernelArg(kernel, index, Sizeof.cl_float, Pointer.to(new float[] {number}));
        } else if (argument instanceof int[] numbers) {
            clSetKernelArg(kernel, index, (long) numbers.length * Sizeof.cl_int, Pointer.to(numbers));
        } else {
            throw new IllegalArgumentException(
                    "kernel " + name + ": argument " + index + " must be a Buffer, an int, a float or an int[], got "
                            + argument.getClass().getSimpleName());
        }
    }
}
