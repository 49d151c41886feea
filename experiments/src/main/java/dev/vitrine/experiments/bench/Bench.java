package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.TrainingLoop;
import dev.vitrine.experiments.model.MadeUpBatch;
import java.util.Arrays;

/**
 * Times training steps as the peers are timed: forward, backward and Adam in float32 on data that is on the device, the
 * loss read after each step, a second of warm-up, then three seconds or 400 steps.
 */
public final class Bench {
    private static final double WARM_UP_SECONDS = 1;
    private static final double SECONDS = 3;
    private static final int FEWEST = 10;
    private static final int MOST = 400;

    private Bench() {}

    /**
     * What was measured.
     *
     * @param device as in {@code opencl:0: ...}
     * @param parameters trained values
     * @param step milliseconds per training step
     * @param gigaflops of the median step, from the layers' multiply-adds
     * @param roofGigaflops the device's measured multiply-add peak, NaN where it was not measured
     * @param launches kernels launched in one step, 0 on the Java device
     * @param hostReads times the host waited for values inside a step; the loss is read after it
     */
    public record Result(
            Work work,
            String device,
            int batch,
            int parameters,
            Timing step,
            double gigaflops,
            double roofGigaflops,
            long launches,
            long hostReads) {
        /** Share of the peak, 0 to 1; NaN where there is no peak. */
        public double shareOfRoof() {
            return gigaflops / roofGigaflops;
        }
    }

    /** Times {@code work} on {@code device}. */
    public static Result run(Work work, Device device, int batch) {
        Network network = work.network().on(device, 1);
        TrainingLoop loop = new TrainingLoop(
                network,
                new Adam(network.parameters(), Adam.Options.DEFAULT),
                work.network().objective(),
                Schedule.constant(1e-3));
        Summary summary = Summary.of(network, work.network().input().batch(1));
        network.mode(Mode.TRAINING);
        Batch data = MadeUpBatch.of(work.network(), batch, new Rng(1));
        Tensor input = Tensor.of(device, data.inputShape(), data.inputs());
        Tensor target = Tensor.ofTargets(device, data.targetShape(), data.targets());
        long[] steps = {0};
        Runnable step = () -> {
            try (Scope scope = device.step()) {
                loop.step(input, target, steps[0]++);
            }
        };
        Timing timing = time(step, device);
        long launches = launches(device);
        long reads = reads(device);
        step.run();
        launches = launches(device) - launches;
        reads = reads(device) - reads;
        // Backward costs twice forward, but for the first layer, whose input wants no gradient.
        double operations = 2.0
                * batch
                * (3 * summary.multiplyAdds() - summary.rows().get(0).multiplyAdds());
        double roof = device instanceof OpenClDevice openCl ? FmaRoof.measure(openCl) / 1e9 : Double.NaN;
        return new Result(
                work,
                device.description(),
                batch,
                summary.trainable(),
                timing,
                operations / timing.median() / 1e6,
                roof,
                launches,
                reads);
    }

    private static Timing time(Runnable step, Device device) {
        Runnable whole = () -> {
            step.run();
            device.synchronize();
        };
        long start = System.nanoTime();
        for (int i = 0; i < 3 || (seconds(start) < WARM_UP_SECONDS && i < MOST); i++) {
            whole.run();
        }
        double[] times = new double[MOST];
        int count = 0;
        start = System.nanoTime();
        while (count < FEWEST || (seconds(start) < SECONDS && count < MOST)) {
            long begin = System.nanoTime();
            whole.run();
            times[count++] = (System.nanoTime() - begin) / 1e6;
        }
        return Timing.of(Arrays.copyOf(times, count));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long launches(Device device) {
        return device instanceof OpenClDevice openCl
                ? openCl.launches().values().stream().mapToLong(Long::longValue).sum()
                : 0;
    }

    private static long reads(Device device) {
        return device instanceof OpenClDevice openCl ? openCl.reads() : 0;
    }
}
