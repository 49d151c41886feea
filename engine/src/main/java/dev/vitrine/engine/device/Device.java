package dev.vitrine.engine.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Where numbers live and loops run. It knows buffers and launches, and no operation: an operation brings its own loops
 * in a {@link KernelPair}.
 *
 * <p>There are two kinds. {@link JavaDevice} runs plain loops in double precision: it is the definition, and always
 * there. {@link OpenClDevice} runs float32 kernels. {@link Devices} finds and opens them.
 *
 * <p>A device is used by one thread at a time. It hands out memory from a pool, because a training step asks for the
 * same sizes again and again.
 */
public abstract sealed class Device implements AutoCloseable permits JavaDevice, OpenClDevice {
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Scope lasting = new Scope(this, Scope.Recording.ON);
    private final Map<KernelPair<?>, Object> kernels = new HashMap<>();
    private long nodes;
    private Place place = Place.NOWHERE;

    Device() {
        scopes.push(lasting);
    }

    /** {@code java}, {@code opencl:N} or {@code opencl:N:naive}: what {@code --device} takes. */
    public abstract String name();

    /** One line for people: which device, and how it is used. */
    public abstract String description();

    /** Waits until all launched work is done. */
    public abstract void synchronize();

    /**
     * Marks how far the queue goes now, and sees to it that the device goes on with what is in it.
     *
     * @throws DeviceException if the device is lost
     */
    public abstract Mark mark();

    /** Whether layers that follow one another may be computed by one kernel. */
    public boolean fuses() {
        return true;
    }

    /** The memory held at this moment. */
    public abstract MemoryUse memory();

    /** Opens a scope for a training step: operations are recorded, memory is given back at its end. */
    public final Scope step() {
        return enter(Scope.Recording.ON);
    }

    /** Opens a scope in which nothing is recorded for backward; memory is given back at its end. */
    public final Scope inference() {
        return enter(Scope.Recording.OFF);
    }

    private Scope enter(Scope.Recording recording) {
        Scope scope = new Scope(this, recording);
        scopes.push(scope);
        return scope;
    }

    void leave(Scope scope) {
        if (scope == lasting || scopes.peek() != scope) {
            throw new IllegalStateException(
                    "scopes must be closed in reverse order, each once; use try-with-resources");
        }
        scopes.pop();
    }

    /** True if operations remember how their result was made: everywhere but inside {@link #inference()}. */
    public final boolean records() {
        return scopes.getFirst().records();
    }

    /** Whether a scope is open: a step is being made. */
    final boolean isInScope() {
        return scopes.getFirst() != lasting;
    }

    /** On whose behalf kernels are launched now. */
    public final Place place() {
        return place;
    }

    /** Says on whose behalf kernels are launched from now on. */
    public final void place(Place now) {
        place = now;
    }

    /** The next number in the order in which operations were recorded. */
    public final long nextNode() {
        return nodes++;
    }

    /** A buffer of {@code size} values that lives until the current scope ends. Its contents are undefined. */
    public final Buffer allocate(int size) {
        return scopes.getFirst().allocate(size);
    }

    /** A buffer that lives until it is released or the device is closed, whatever scope is open. */
    public final Buffer allocateLasting(int size) {
        return lasting.allocate(size);
    }

    /** Buffers of the given sizes that an optimiser can treat as one; they live until the device is closed. */
    public abstract FlatBuffer allocateFlat(int... sizes);

    abstract Buffer take(Scope scope, int size);

    final Scope lasting() {
        return lasting;
    }

    /** This device's half of an operation's loops; made once per device. */
    public final <K> K kernels(KernelPair<K> pair) {
        Object known = kernels.get(pair);
        if (known == null) {
            known = make(pair);
            kernels.put(pair, known);
        }
        @SuppressWarnings("unchecked") // what the pair made is what the pair is keyed by
        K made = (K) known;
        return made;
    }

    abstract <K> K make(KernelPair<K> pair);

    /** Gives all memory back. Buffers must not be used afterwards. */
    @Override
    public void close() {
        while (scopes.getFirst() != lasting) {
            scopes.getFirst().close();
        }
        lasting.releaseAll();
    }
}
