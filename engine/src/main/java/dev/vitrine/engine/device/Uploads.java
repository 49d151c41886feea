package dev.vitrine.engine.device;

import static org.jocl.CL.CL_FALSE;
import static org.jocl.CL.clEnqueueWriteBuffer;
import static org.jocl.CL.clReleaseEvent;
import static org.jocl.CL.clWaitForEvents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_event;
import org.jocl.cl_mem;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way to the device. They are copied to where the driver can fetch them when the queue has come that far,
 * so the host need not wait for what lies before them in the queue: it makes the next step ready while the device is busy
 * with the last. Two of a size may be on their way; for a third the host waits until the first has arrived. The copies'
 * memory is kept for the next of their size, up to a bound.
 */
final class Uploads {
    private static final int AHEAD = 2;
    private static final long MOST_BYTES = 64L << 20;

    private long bytes;
    private final Map<Integer, Deque<Upload>> bySize = new HashMap<>();

    private static final class Upload {
        private final FloatBuffer values;
        private @Nullable cl_event arrived;

        Upload(int size) {
            values = ByteBuffer.allocateDirect(size * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }

        void await() {
            cl_event event = arrived;
            if (event != null) {
                arrived = null;
                clWaitForEvents(1, new cl_event[] {event});
                clReleaseEvent(event);
            }
        }
    }

    /** Whether so many values may be on their way; larger arrays would be held twice for too little. */
    static boolean takes(int size) {
        return AHEAD * bytes(size) <= MOST_BYTES;
    }

    /** Queues that {@code memory} gets the values; they may change as soon as this returns. */
    void write(cl_command_queue queue, cl_mem memory, float[] values) {
        Upload upload = free(values.length);
        upload.values.put(0, values);
        cl_event event = new cl_event();
        clEnqueueWriteBuffer(
                queue, memory, CL_FALSE, 0, bytes(values.length), Pointer.to(upload.values), 0, null, event);
        upload.arrived = event;
    }

    private Upload free(int size) {
        Deque<Upload> known = bySize.get(size);
        if (known != null && known.size() == AHEAD) {
            Upload oldest = known.remove();
            oldest.await();
            known.add(oldest);
            return oldest;
        }
        if (bytes + bytes(size) > MOST_BYTES) {
            drop();
        }
        Upload upload = new Upload(size);
        bySize.computeIfAbsent(size, s -> new ArrayDeque<>()).add(upload);
        bytes += bytes(size);
        return upload;
    }

    private static long bytes(int size) {
        return (long) size * Float.BYTES;
    }

    /** Waits until all have arrived, and keeps nothing. */
    void drop() {
        bySize.values().forEach(onTheirWay -> onTheirWay.forEach(Upload::await));
        bySize.clear();
        bytes = 0;
    }
}
