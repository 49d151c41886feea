package dev.vitrine.engine.device;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of work whose memory is given back at its end: one training step, or one prediction.
 *
 * <pre>{@code
 * try (Scope step = device.step()) {        // operations are recorded for backward()
 *     Tensor loss = ...;
 *     loss.backward();
 *     optimizer.step();
 * }                                         // activations and gradients are given back here
 * }</pre>
 *
 * Scopes nest. A scope opened by {@link Device#inference()} records nothing (PyTorch's {@code no_grad}).
 */
public final class Scope implements AutoCloseable {
    /** Whether operations inside remember how their result was made. */
    enum Recording {
        ON,
        OFF
    }

    private final Device device;
    private final Recording recording;
    private final List<Buffer> owned = new ArrayList<>();

    Scope(Device device, Recording recording) {
        this.device = device;
        this.recording = recording;
    }

    boolean records() {
        return recording == Recording.ON;
    }

    Buffer allocate(int size) {
        Buffer buffer = device.take(this, size);
        owned.add(buffer);
        return buffer;
    }

    /** Gives back all that was allocated inside. */
    @Override
    public void close() {
        device.leave(this);
        releaseAll();
    }

    void releaseAll() {
        owned.forEach(Buffer::release);
        owned.clear();
    }
}
