package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Device;
import java.util.OptionalDouble;

/**
 * The first training steps of a process: how long one waits for it, and how much memory it takes.
 *
 * @param steps made
 * @param firstStepSeconds from the process's start, the launcher's work included, to the end of the first step; empty
 *     where the system does not tell when the process began
 * @param seconds from the end of the first step to the end of the last
 * @param peakMegabytes the most memory that the process has held (VmHWM), in 10⁶ bytes; empty where the system does not
 *     tell
 */
public record FewSteps(
        Work work,
        int batch,
        int steps,
        OptionalDouble firstStepSeconds,
        double seconds,
        OptionalDouble peakMegabytes) {
    /** Makes {@code steps} steps on one batch. */
    public static FewSteps run(Work work, Device device, int batch, int steps) {
        Step step = new Step(work, device, batch, work.network().input().shape(), 1);
        step.run();
        OptionalDouble first = ThisProcess.ageSeconds();
        long start = System.nanoTime();
        for (int i = 1; i < steps; i++) {
            step.run();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new FewSteps(work, batch, steps, first, seconds, ThisProcess.peakMegabytes());
    }
}
