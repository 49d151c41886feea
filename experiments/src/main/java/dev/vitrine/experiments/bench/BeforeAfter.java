package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Tuning;

/**
 * A whole step as usual and tuned, in turn.
 *
 * @param usual milliseconds, the median
 * @param tuned milliseconds, the median
 */
public record BeforeAfter(Work work, double usual, double tuned) {
    private static final int TURNS = 31;

    /** Times both. */
    public static BeforeAfter measure(Work work, OpenClInfo info, Tuning tuning) {
        try (Device before = Devices.open(info, info.fittingProfile());
                Device after = Devices.open(info, info.fittingProfile(), tuning)) {
            Step usual = new Step(work, before, work.batch());
            Step tuned = new Step(work, after, work.batch());
            double[] first = new double[TURNS];
            double[] second = new double[TURNS];
            usual.run();
            tuned.run();
            for (int i = 0; i < TURNS; i++) {
                first[i] = milliseconds(usual);
                second[i] = milliseconds(tuned);
            }
            return new BeforeAfter(
                    work, Timing.of(first).median(), Timing.of(second).median());
        }
    }

    private static double milliseconds(Step step) {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** The tuned step's time as a share of the usual one's. */
    public double share() {
        return tuned / usual;
    }
}
