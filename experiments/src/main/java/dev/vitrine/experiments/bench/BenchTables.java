package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Place.Pass;
import dev.vitrine.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** What was measured, for the terminal. */
public final class BenchTables {
    private BenchTables() {}

    /** What the device can do, in one sentence. */
    public static String roof(Roof roof) {
        return String.format(
                Locale.ROOT,
                "At most: %.0f GFLOP/s, %.0f GB/s (memory), %.0f GB/s (caches), %.1f us a launch.%n",
                roof.operations() / 1e9,
                roof.memoryBytes() / 1e9,
                roof.cacheBytes() / 1e9,
                roof.launchSeconds() * 1e6);
    }

    /** A row for each work: a whole step, and its parts. */
    public static String steps(List<Result> results) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> parts = new ArrayList<>();
        for (Result result : results) {
            String work = result.work().name();
            rows.add(List.of(
                    work,
                    Integer.toString(result.size().batch()),
                    milliseconds(result.step().median()),
                    milliseconds(result.step().min()),
                    milliseconds(result.step().max()),
                    number(result.gigaflops()),
                    percent(result.shareOfPeak()),
                    Long.toString(result.launches()),
                    Long.toString(result.hostReads())));
            parts.add(List.of(
                    work,
                    milliseconds(result.split().forward().median()),
                    milliseconds(result.split().backward().median()),
                    milliseconds(result.split().update().median()),
                    milliseconds(result.inference().median())));
        }
        return new TextTable(
                                List.of(
                                        "work", "batch", "median", "min ms", "max ms", "GFLOP/s", "of peak", "launch",
                                        "reads"),
                                rows)
                        .render()
                + "\n"
                + new TextTable(List.of("work", "forward ms", "backward ms", "update ms", "one item ms"), parts)
                        .render();
    }

    /** A row for each work: how soon its first step was done, and how much memory the process has taken so far. */
    public static String fewSteps(List<FewSteps> all) {
        List<List<String>> rows = new ArrayList<>();
        for (FewSteps each : all) {
            rows.add(List.of(
                    each.work().name(),
                    Integer.toString(each.batch()),
                    Integer.toString(each.steps()),
                    known(each.firstStepSeconds(), "%.2f"),
                    String.format(Locale.ROOT, "%.2f", each.seconds()),
                    known(each.peakMegabytes(), "%.0f")));
        }
        return new TextTable(
                        List.of("work", "batch", "steps", "first step s", "the others s", "largest memory MB"), rows)
                .render();
    }

    /** A row for each shape: how fast each part of the work is, and its share of what the device can do. */
    public static String oddShapes(List<OddShape.Times> all) {
        List<List<String>> rows = new ArrayList<>();
        for (OddShape.Times each : all) {
            List<String> row = new ArrayList<>(List.of(each.words()));
            for (OddShape.Part part : List.of(each.forward(), each.data(), each.weights())) {
                row.add(number(part.gigaflops()));
                row.add(percent(OptionalDouble.of(part.shareOfRoof())));
            }
            rows.add(row);
        }
        return "GFLOP/s and share of the roof: output, gradient of the input, of the weights\n"
                + new TextTable(List.of("layer, items", "out", "roof", "input", "roof", "weights", "roof"), rows)
                        .render();
    }

    private static String known(OptionalDouble value, String format) {
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, format, value.getAsDouble());
    }

    /** A row for each layer: how long it takes in each pass. */
    public static String layers(KernelTimes times) {
        Set<String> layers = new LinkedHashSet<>();
        times.inOrder().forEach(row -> layers.add(row.place().layer()));
        List<List<String>> rows = new ArrayList<>();
        for (String layer : layers) {
            List<String> row = new ArrayList<>(List.of(layer.isEmpty() ? "-" : layer));
            for (Pass pass : Pass.values()) {
                row.add(dashed(times.milliseconds(layer, pass)));
            }
            row.add(percent(OptionalDouble.of(times.milliseconds(layer) / times.kernelMilliseconds())));
            rows.add(row);
        }
        return heading(times)
                + new TextTable(List.of("layer", "forward ms", "backward ms", "update ms", "share"), rows).render();
    }

    /** A row for each kernel in each layer, the longest first; a line for all short ones. */
    public static String kernels(KernelTimes times) {
        List<List<String>> rows = new ArrayList<>();
        List<KernelTimes.Row> shown = times.longRows();
        for (KernelTimes.Row row : shown) {
            rows.add(List.of(
                    row.kernel(),
                    row.place().layer(),
                    Integer.toString(row.launches()),
                    String.format(Locale.ROOT, "%.3f", row.milliseconds()),
                    row.multiplies() ? number(row.gigaflops()) : "-",
                    number(row.gigabytes()),
                    percent(OptionalDouble.of(row.shareOfRoof()))));
        }
        return heading(times)
                + new TextTable(List.of("kernel", "layer", "launch", "ms", "GFLOP/s", "GB/s", "of roof"), rows).render()
                + rest(times, shown);
    }

    private static String rest(KernelTimes times, List<KernelTimes.Row> shown) {
        double seen = shown.stream().mapToDouble(KernelTimes.Row::milliseconds).sum();
        return String.format(
                Locale.ROOT,
                "%d more rows of under 0.5 %% each take %.3f ms together; --json writes them all.%n",
                times.rows().size() - shown.size(),
                times.kernelMilliseconds() - seen);
    }

    private static String heading(KernelTimes times) {
        return String.format(
                Locale.ROOT,
                "%s: a step takes %.2f ms, its kernels %.2f ms.%n",
                times.work(),
                times.stepMilliseconds(),
                times.kernelMilliseconds());
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String dashed(double value) {
        return value == 0 ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(OptionalDouble share) {
        return share.isEmpty() ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * share.getAsDouble());
    }
}
