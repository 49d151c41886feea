package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.Launch;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Rung;
import dev.vitrine.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A training step with the kernels of each {@link Rung}: what each idea gains.
 *
 * @param rungs from the textbook's kernels up
 */
public record Ladder(Work work, int batch, List<Times> rungs) {
    private static final int STEPS = 5;

    /** Kernels that belong together. */
    public enum Family {
        CONVOLUTION,
        NORMALISATION,
        POOLING,
        REST;

        /** By the file of a kernel that is named as in {@code conv1d.forward}. */
        static Family of(String kernel) {
            return switch (kernel.substring(0, kernel.indexOf('.'))) {
                case "conv1d", "conv2d", "channels_last" -> CONVOLUTION;
                case "batchnorm", "relu" -> NORMALISATION;
                case "maxpool", "avgpool", "adaptiveavgpool", "globalavgpool", "globalmaxpool" -> POOLING;
                default -> REST;
            };
        }
    }

    /**
     * A step on one rung.
     *
     * @param launches in a step
     * @param milliseconds of a whole step, the median
     * @param kernels milliseconds of a step in kernels of each family, by the device's clock
     */
    public record Times(Rung rung, int launches, double milliseconds, Map<Family, Double> kernels) {}

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /** Times a step on every rung, each on a device of its own. */
    public static Ladder measure(Work work, OpenClInfo info, int batch, Effort effort) {
        List<Times> rungs = new ArrayList<>();
        for (Rung rung : Rung.values()) {
            try (OpenClDevice device = Devices.open(info, info.fittingProfile().upTo(rung))) {
                rungs.add(times(work, device, batch, effort));
            }
        }
        return new Ladder(work, batch, rungs);
    }

    private static Times times(Work work, OpenClDevice device, int batch, Effort effort) {
        Step step = new Step(work, device, batch);
        double whole = Timing.measure(step::run, effort).median();
        List<List<Launch>> timed = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            timed.add(device.timed(step::queue));
        }
        Map<Family, Double> kernels = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            double[] times = timed.stream()
                    .mapToDouble(launches -> milliseconds(launches, family))
                    .toArray();
            kernels.put(family, Timing.of(times).median());
        }
        return new Times(device.profile().rung(), timed.get(0).size(), whole, kernels);
    }

    private static double milliseconds(List<Launch> launches, Family family) {
        return launches.stream()
                        .filter(launch -> Family.of(launch.kernel()) == family)
                        .mapToLong(Launch::nanoseconds)
                        .sum()
                / 1e6;
    }

    /** A row for each rung. */
    public String table() {
        List<List<String>> rows = new ArrayList<>();
        for (Times times : rungs) {
            List<String> row = new ArrayList<>(List.of(
                    times.rung.word(),
                    Integer.toString(times.launches),
                    number(times.milliseconds),
                    number(rungs.get(0).milliseconds / times.milliseconds)));
            times.kernels.values().forEach(milliseconds -> row.add(number(milliseconds)));
            rows.add(row);
        }
        List<String> head =
                List.of("kernels", "launches", "step ms", "quicker", "conv ms", "norm ms", "pool ms", "rest ms");
        return work.name() + ", " + batch + " items: a step, and its kernels\n" + new TextTable(head, rows).render();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
