package dev.vitrine.engine.device;

import static org.jocl.CL.clEnqueueNDRangeKernel;
import static org.jocl.CL.clSetKernelArg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jspecify.annotations.Nullable;

/**
 * One compiled kernel, ready to be launched. Launches run in order; none waits for the device.
 *
 * <p>To hand over an argument costs the host more than to put the launch into the queue. So each {@link Place} has the
 * kernel to itself, and of its arguments only those are handed over that have changed since the last launch from there:
 * in the next training step few have.
 */
public final class OpenClKernel {
    private final OpenClDevice device;
    private final String name;
    private final Supplier<cl_kernel> another;
    private final Map<Place, Handle> handles = new HashMap<>();

    /** The kernel as one place launches it, and what it was given. */
    private static final class Handle {
        private final cl_kernel kernel;
        private @Nullable Object[] given = new Object[0];

        Handle(cl_kernel kernel) {
            this.kernel = kernel;
        }
    }

    OpenClKernel(OpenClDevice device, String name, Supplier<cl_kernel> another) {
        this.device = device;
        this.name = name;
        this.another = another;
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
            Handle handle = handles.computeIfAbsent(device.place(), place -> new Handle(another.get()));
            give(handle, arguments);
            List<WorkSize.Slice> slices = size.slices();
            LaunchClock clock = device.clock();
            List<cl_event> events =
                    clock == null ? List.of() : clock.begin(name, device.place(), slices.size(), arguments);
            for (int i = 0; i < slices.size(); i++) {
                WorkSize.Slice slice = slices.get(i);
                clEnqueueNDRangeKernel(
                        device.queue(),
                        handle.kernel,
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

    private void give(Handle handle, Object... arguments) {
        if (handle.given.length != arguments.length) {
            handle.given = new Object[arguments.length];
        }
        for (int i = 0; i < arguments.length; i++) {
            Object value = arguments[i] instanceof Buffer buffer
                    ? OpenClBuffer.on(device, buffer).memory()
                    : arguments[i];
            if (!same(value, handle.given[i])) {
                handle.given[i] = null; // in case it is refused
                setArgument(handle.kernel, i, value);
                handle.given[i] = value instanceof int[] numbers ? numbers.clone() : value;
            }
        }
    }

    /** Other memory may come to lie where some was that a driver has freed, so of memory only the object itself counts. */
    private static boolean same(Object value, @Nullable Object given) {
        return value instanceof cl_mem ? value == given : Objects.deepEquals(value, given);
    }

    private void setArgument(cl_kernel kernel, int index, Object argument) {
        if (argument instanceof cl_mem memory) {
            clSetKernelArg(kernel, index, Sizeof.cl_mem, Pointer.to(memory));
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
