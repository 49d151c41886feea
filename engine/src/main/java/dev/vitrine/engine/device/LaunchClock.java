package dev.vitrine.engine.device;

import static org.jocl.CL.CL_PROFILING_COMMAND_END;
import static org.jocl.CL.CL_PROFILING_COMMAND_START;
import static org.jocl.CL.clGetEventProfilingInfo;
import static org.jocl.CL.clReleaseEvent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_event;

/** Keeps an event for each launch, and reads the device's times from them once the device is done. */
final class LaunchClock {
    private record Begun(String kernel, Place place, long bytes, List<cl_event> events) {}

    private final List<Begun> begun = new ArrayList<>();

    /** Events for a launch in so many parts. */
    List<cl_event> begin(String kernel, Place place, int parts, Object... arguments) {
        List<cl_event> events = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            events.add(new cl_event());
        }
        begun.add(new Begun(kernel, place, bytes(arguments), events));
        return events;
    }

    private static long bytes(Object... arguments) {
        return Arrays.stream(arguments)
                .filter(Buffer.class::isInstance)
                .distinct()
                .mapToLong(buffer -> (long) ((Buffer) buffer).size() * Float.BYTES)
                .sum();
    }

    /** The device must have finished. */
    List<Launch> read() {
        return begun.stream()
                .map(launch -> new Launch(
                        launch.kernel,
                        launch.place,
                        launch.events.stream().mapToLong(LaunchClock::duration).sum(),
                        launch.bytes))
                .toList();
    }

    private static long duration(cl_event event) {
        long nanoseconds = time(event, CL_PROFILING_COMMAND_END) - time(event, CL_PROFILING_COMMAND_START);
        clReleaseEvent(event);
        return nanoseconds;
    }

    private static long time(cl_event event, int which) {
        long[] time = new long[1];
        clGetEventProfilingInfo(event, which, Sizeof.cl_ulong, Pointer.to(time), null);
        return time[0];
    }
}
