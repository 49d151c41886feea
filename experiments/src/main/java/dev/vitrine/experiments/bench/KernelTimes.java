package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Launch;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Place;
import dev.vitrine.engine.inspect.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kernels of one training step: which, for which layer, how long.
 *
 * @param inOrder one per kernel, layer and pass, in the order of the first launch
 * @param stepMilliseconds of the whole step by the host's clock, when nothing was timed in between
 */
public record KernelTimes(Work work, List<Row> inOrder, double stepMilliseconds) {
    /** Kernels that multiply and add all that a layer has to; the others go through arrays once. */
    private static final List<String> MULTIPLYING = List.of(
            "channels_last.weights_partial",
            "conv1d.forward",
            "conv1d.backward_data",
            "conv1d.weights_partial",
            "conv2d.forward",
            "conv2d.backward_data",
            "conv2d.weights_partial",
            "linear.forward",
            "linear.backward_data",
            "linear.backward_weights");

    private static final int STEPS = 15;

    public KernelTimes {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * One kernel in one layer.
     *
     * @param launches in one step
     * @param milliseconds in one step: the median of some steps
     * @param operations floating-point operations in one step; kernels that only go through arrays count one for each
     *     value
     * @param bytes in one step: of the arrays it is given, each once
     * @param floorMilliseconds the least that these operations and bytes can take on this device
     */
    public record Row(
            String kernel,
            Place place,
            int launches,
            double milliseconds,
            double operations,
            long bytes,
            double floorMilliseconds) {
        /** 10⁹ operations a second. */
        public double gigaflops() {
            return operations / milliseconds / 1e6;
        }

        /** 10⁹ bytes a second. */
        public double gigabytes() {
            return bytes / milliseconds / 1e6;
        }

        /** Operations for each byte. */
        public double intensity() {
            return operations / bytes;
        }

        /** 1 where the kernel is as fast as the device can be. */
        public double shareOfRoof() {
            return floorMilliseconds / milliseconds;
        }

        /** True for kernels that do a layer's multiply-adds. */
        public boolean multiplies() {
            return MULTIPLYING.contains(kernel);
        }
    }

    private record Key(String kernel, Place place) {}

    /** Times the kernels of a few steps. */
    public static KernelTimes measure(Work work, OpenClDevice device, int batch, Roof roof, Effort effort) {
        Step step = new Step(work, device, batch);
        Timing whole = Timing.measure(step::run, effort);
        return new KernelTimes(
                work, rows(device, step::queue, new Layers(step.summary(), batch), roof), whole.median());
    }

    /** The layers of a step, which say how many multiply-adds a kernel has done. */
    record Layers(Summary summary, int batch) {
        private double operations(String layer) {
            long multiplyAdds = summary.rows().stream()
                    .filter(row -> row.path().equals(layer))
                    .mapToLong(Summary.Row::multiplyAdds)
                    .sum();
            return 2.0 * batch * multiplyAdds;
        }
    }

    /** Times the kernels that {@code queue} launches: medians over some calls of it. */
    static List<Row> rows(OpenClDevice device, Runnable queue, Layers layers, Roof roof) {
        Map<Key, List<List<Launch>>> byKey = new LinkedHashMap<>();
        for (int i = 0; i < STEPS; i++) {
            Map<Key, List<Launch>> once = new LinkedHashMap<>();
            for (Launch launch : device.timed(queue)) {
                once.computeIfAbsent(new Key(launch.kernel(), launch.place()), key -> new ArrayList<>())
                        .add(launch);
            }
            once.forEach((key, launches) ->
                    byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(launches));
        }
        List<Row> rows = new ArrayList<>();
        byKey.forEach((key, steps) -> rows.add(row(key, steps, layers, roof)));
        return rows;
    }

    private static double milliseconds(List<Launch> launches) {
        return launches.stream().mapToLong(Launch::nanoseconds).sum() / 1e6;
    }

    private static Row row(Key key, List<List<Launch>> steps, Layers layers, Roof roof) {
        List<Launch> launches = steps.get(0);
        long bytes = launches.stream().mapToLong(Launch::bytes).sum();
        long largest = launches.stream().mapToLong(Launch::bytes).max().orElse(0);
        double operations =
                MULTIPLYING.contains(key.kernel) ? layers.operations(key.place.layer()) : (double) bytes / Float.BYTES;
        double median = Timing.of(
                        steps.stream().mapToDouble(KernelTimes::milliseconds).toArray())
                .median();
        double floor = Math.max(operations / roof.operations(), bytes / roof.bytesPerSecond(largest)) * 1e3;
        return new Row(key.kernel, key.place, launches.size(), median, operations, bytes, floor);
    }

    /** The longest first. */
    public List<Row> rows() {
        return inOrder.stream()
                .sorted(Comparator.comparingDouble(Row::milliseconds).reversed())
                .toList();
    }

    /** Those that take at least a two-hundredth of the time in kernels, the longest first. */
    public List<Row> longRows() {
        double least = kernelMilliseconds() / 200;
        return rows().stream().filter(row -> row.milliseconds() >= least).toList();
    }

    /** Milliseconds of one step in kernels; the rest of it are the gaps between them. */
    public double kernelMilliseconds() {
        return inOrder.stream().mapToDouble(Row::milliseconds).sum();
    }

    /** Milliseconds that a layer takes in all passes. */
    public double milliseconds(String layer) {
        return Arrays.stream(Place.Pass.values())
                .mapToDouble(pass -> milliseconds(layer, pass))
                .sum();
    }

    /** Milliseconds that a layer takes in one pass; 0 where it launches nothing. */
    public double milliseconds(String layer, Place.Pass pass) {
        return inOrder.stream()
                .filter(row -> row.place().equals(new Place(layer, pass)))
                .mapToDouble(Row::milliseconds)
                .sum();
    }
}
