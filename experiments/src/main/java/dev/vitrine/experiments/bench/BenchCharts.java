package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Place.Pass;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.Roofline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Charts of a step's kernels. */
public final class BenchCharts {
    private static final List<Pass> PASSES = List.of(Pass.values());

    private BenchCharts() {}

    /** By file name. */
    public static Map<String, Chart> of(KernelTimes times, Roof roof) {
        String stem = times.work().name().toLowerCase(Locale.ROOT);
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put(stem + "-layers", layers(times));
        charts.put(stem + "-roofline", roofline(times, roof));
        return charts;
    }

    private static Chart layers(KernelTimes times) {
        List<String> names = times.inOrder().stream()
                .map(row -> row.place().layer())
                .distinct()
                .filter(layer -> times.milliseconds(layer) >= times.kernelMilliseconds() / 200)
                .toList();
        String common = common(names);
        List<BarChart.Bars> groups = new ArrayList<>();
        for (Pass pass : PASSES) {
            double[] values = names.stream()
                    .mapToDouble(layer -> times.milliseconds(layer, pass))
                    .toArray();
            if (Arrays.stream(values).anyMatch(value -> value > 0)) {
                groups.add(new BarChart.Bars(pass.name().toLowerCase(Locale.ROOT), values));
            }
        }
        return new BarChart(
                String.format(
                        Locale.ROOT,
                        "%s: where the %.1f ms in kernels of a training step go",
                        times.work(),
                        times.kernelMilliseconds()),
                common.isEmpty() ? "layer" : "layer of " + common + "; those under 0.5 % of the time are left out",
                "time (ms)",
                names.stream().map(name -> shortName(name, common)).toList(),
                groups);
    }

    /** What the layers' paths begin with, up to the last dot: {@code features} of {@code features.0}. */
    private static String common(List<String> paths) {
        return paths.stream()
                .filter(path -> path.contains("."))
                .map(path -> path.substring(0, path.lastIndexOf('.')))
                .findFirst()
                .orElse("");
    }

    private static String shortName(String path, String common) {
        if (path.isEmpty()) {
            return "other";
        }
        return path.startsWith(common + ".") ? path.substring(common.length() + 1) : path;
    }

    private static Chart roofline(KernelTimes times, Roof roof) {
        List<Roofline.Dot> dots = new ArrayList<>();
        for (KernelTimes.Row row : times.longRows()) {
            dots.add(new Roofline.Dot(
                    row.kernel() + " " + row.place().layer(),
                    row.kernel().replaceFirst("[.].*", ""),
                    row.intensity(),
                    row.gigaflops(),
                    row.milliseconds()));
        }
        return new Roofline(
                times.work() + ": how near each kernel comes to what the device can do",
                roof.operations() / 1e9,
                List.of(
                        new Roofline.Slope("from memory", roof.memoryBytes() / 1e9),
                        new Roofline.Slope("from caches", roof.cacheBytes() / 1e9)),
                dots);
    }
}
