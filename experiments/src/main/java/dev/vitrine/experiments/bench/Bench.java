package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Optional;

/**
 * Times training steps as other tools are timed: forward, backward and Adam on data that is on the device, to the end of
 * each step.
 */
public final class Bench {
    private Bench() {}

    /**
     * Times {@code work} on {@code device} in batches of {@code batch}.
     *
     * @param roof of the device, if it is known
     */
    public static Result run(Work work, Device device, int batch, Effort effort, Optional<Roof> roof) {
        Step step = new Step(work, device, batch);
        Timing timing = Timing.measure(step::run, effort);
        long launches = step.launches();
        long reads = step.reads();
        step.run();
        launches = step.launches() - launches;
        reads = step.reads() - reads;
        Tensor item = step.item();
        return new Result(
                work,
                device.description(),
                new Result.Size(batch, step.summary().trainable(), step.operations()),
                timing,
                Split.measure(step, effort.fewest()),
                Timing.measure(() -> step.infer(item), effort),
                roof,
                launches,
                reads);
    }
}
