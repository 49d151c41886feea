package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.Launch;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;
import java.util.List;

/** Finds a device's roof: the best of many tries, because others may be using the machine. */
final class RoofMeasurement {
    private static final int CHAINS = 16;
    private static final int REPEATS = 25;

    /** Long enough that the launch itself, a few microseconds, does not count; short enough to fall between others. */
    private static final double LAUNCH_SECONDS = 0.005;

    private static final int MOST_TURNS = 1 << 28;

    /** 128 MB in two arrays: more than the caches of any processor we know. */
    private static final int IN_MEMORY = 1 << 24;

    /** 512 kB in two arrays: held by the second cache of one core, or of each. */
    private static final int IN_CACHE = 1 << 16;

    private static final int LAUNCHES = 1000;

    private final OpenClDevice device;

    private RoofMeasurement(OpenClDevice device) {
        this.device = device;
    }

    static Roof measure(OpenClDevice device) {
        RoofMeasurement measurement = new RoofMeasurement(device);
        return new Roof(
                measurement.operations(),
                measurement.bytes(IN_MEMORY),
                measurement.bytes(IN_CACHE),
                4L * 2 * IN_CACHE * device.info().computeUnits(),
                measurement.launchSeconds());
    }

    private OpenClKernel kernel(String name) {
        return device.kernel(RoofMeasurement.class, "roof.cl", name, Defines.of("CHAINS", CHAINS));
    }

    private double operations() {
        int groups = device.info().computeUnits() * (device.profile().groupSize() == 1 ? 1 : 16);
        Buffer out = device.allocateLasting(groups * device.profile().groupSize());
        OpenClKernel kernel = kernel("multiply_adds");
        WorkSize size = WorkSize.groups(device.profile(), groups);
        int turns = 1 << 10;
        while (turns < MOST_TURNS && seconds(kernel, size, out, turns) < LAUNCH_SECONDS) {
            turns *= 2;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPEATS; i++) {
            least = Math.min(least, seconds(kernel, size, out, turns));
        }
        double operations = 2.0 * out.size() * CHAINS * device.profile().vectorWidth() * turns;
        out.release();
        return operations / least;
    }

    private double seconds(OpenClKernel kernel, WorkSize size, Buffer out, int turns) {
        return best(1, () -> kernel.launch(size, out, turns));
    }

    private double bytes(int size) {
        Buffer from = device.allocateLasting(size);
        Buffer to = device.allocateLasting(size);
        from.fill(1);
        OpenClKernel kernel = kernel("copy");
        WorkSize items = WorkSize.row(device.profile(), size);
        double seconds = best(REPEATS, () -> kernel.launch(items, from, to, size));
        from.release();
        to.release();
        return 2.0 * Float.BYTES * size / seconds;
    }

    /** By the host's clock, many launches in a row: the queue is what costs, and not the kernel. */
    private double launchSeconds() {
        Buffer out = device.allocateLasting(1);
        OpenClKernel kernel = kernel("nothing");
        WorkSize one = WorkSize.items(1);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPEATS; i++) {
            device.synchronize();
            long start = System.nanoTime();
            for (int launch = 0; launch < LAUNCHES; launch++) {
                kernel.launch(one, out);
            }
            device.synchronize();
            least = Math.min(least, (System.nanoTime() - start) / 1e9 / LAUNCHES);
        }
        out.release();
        return least;
    }

    /** The shortest of some launches, by the device's clock. */
    private double best(int tries, Runnable launch) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < tries; i++) {
            List<Launch> timed = device.timed(launch);
            least = Math.min(least, timed.get(0).nanoseconds() / 1e9);
        }
        return least;
    }
}
