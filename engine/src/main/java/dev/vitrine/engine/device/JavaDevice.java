package dev.vitrine.engine.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Plain Java loops in double precision: the definition of every operation, and what the kernels are compared with.
 *
 * <p>Loops run in parallel over items that do not share a sum (batch items, output channels), and every sum is taken
 * by one thread in a fixed order. So two runs give the same bits, whatever the number of threads.
 */
public final class JavaDevice extends Device {
    private final FreshMemory freshMemory;
    private final Map<Integer, Deque<double[]>> pool = new HashMap<>();
    private long inUse;
    private long pooled;
    private long peak;

    /** The Java device. */
    public JavaDevice() {
        this(FreshMemory.UNDEFINED);
    }

    /** The Java device with a choice of what new buffers hold. */
    public JavaDevice(FreshMemory freshMemory) {
        this.freshMemory = freshMemory;
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public String description() {
        return "java: plain loops in double precision, " + Runtime.getRuntime().availableProcessors() + " threads";
    }

    /** Runs {@code body} for 0 .. count-1 on all cores; the calls must not write to the same place. */
    public void forEach(int count, IntConsumer body) {
        IntStream.range(0, count).parallel().forEach(body);
    }

    /** A loop has run when its launch returns. */
    @Override
    public Mark mark() {
        return new Mark() {
            @Override
            public boolean isReached() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void synchronize() {
        // Loops have ended when their call returns.
    }

    @Override
    public MemoryUse memory() {
        return new MemoryUse(inUse, pooled, peak);
    }

    @Override
    Buffer take(Scope scope, int size) {
        Deque<double[]> free = pool.get(size);
        double[] values;
        if (free == null || free.isEmpty()) {
            values = create(size);
        } else {
            values = free.pop();
            pooled -= bytes(size);
        }
        inUse += bytes(size);
        peak = Math.max(peak, inUse + pooled);
        if (freshMemory == FreshMemory.POISONED) {
            Arrays.fill(values, Double.NaN);
        }
        return new JavaBuffer(this, scope, values);
    }

    private double[] create(int size) {
        try {
            return new double[size];
        } catch (OutOfMemoryError first) {
            dropPool();
        }
        try {
            return new double[size];
        } catch (OutOfMemoryError e) {
            throw new DeviceException(
                    String.format(
                            Locale.ROOT,
                            "java is out of memory: asked for %.1f MB, %.1f MB are in use, Java may have %.1f MB in all;"
                                    + " use a smaller batch, or give Java more (-Xmx)",
                            bytes(size) / 1e6,
                            inUse / 1e6,
                            Runtime.getRuntime().maxMemory() / 1e6),
                    e);
        }
    }

    private void dropPool() {
        pool.clear();
        pooled = 0;
    }

    void reuse(double[] values) {
        inUse -= bytes(values.length);
        pooled += bytes(values.length);
        pool.computeIfAbsent(values.length, size -> new ArrayDeque<>()).push(values);
    }

    private static long bytes(int size) {
        return (long) size * Double.BYTES;
    }

    @Override
    public FlatBuffer allocateFlat(int... sizes) {
        List<Buffer> parts = new ArrayList<>();
        for (int size : sizes) {
            Buffer part = allocateLasting(size);
            part.fill(0);
            parts.add(part);
        }
        return new FlatBuffer(parts, parts);
    }

    @Override
    <K> K make(KernelPair<K> pair) {
        return pair.java().apply(this);
    }

    @Override
    public void close() {
        super.close();
        dropPool();
    }
}
