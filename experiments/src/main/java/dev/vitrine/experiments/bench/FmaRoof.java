package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.WorkSize;

/** Measures the most float32 multiply-adds that an OpenCL device can do, with the kernel in {@code roof.cl}. */
final class FmaRoof {
    private static final int CHAINS = 16;
    private static final int TURNS = 20_000;
    private static final int REPEATS = 7;

    private FmaRoof() {}

    /** Floating-point operations a second (a multiply-add counts two), the best of several tries. */
    static double measure(OpenClDevice device) {
        int groups = device.info().computeUnits() * (device.profile().groupSize() == 1 ? 2 : 16);
        int items = groups * device.profile().groupSize();
        OpenClKernel kernel = device.kernel(FmaRoof.class, "roof.cl", "fma_roof", Defines.of("CHAINS", CHAINS));
        Buffer out = device.allocate(items);
        double operations = 2.0 * items * CHAINS * device.profile().vectorWidth() * TURNS;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPEATS; i++) {
            long start = System.nanoTime();
            kernel.launch(WorkSize.groups(device.profile(), groups), out, TURNS);
            device.synchronize();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        out.release();
        return operations / best;
    }
}
