package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.engine.device.Device;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.bench.Bench;
import dev.vitrine.experiments.bench.Work;
import dev.vitrine.experiments.recipe.JsonFile;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code vitrine bench}: how long a training step takes on this machine. */
@Parameters(commandDescription = "Time training steps, and set them beside what the machine could do.")
final class BenchCommand implements Command {
    @Parameter(names = "--works", placeholder = "LIST", description = "Some of W1, W2, W3, W4, W5, as in W1,W4.")
    private List<Work> works = new ArrayList<>(List.of(Work.W1));

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Parameter(names = "--batch", placeholder = "N", description = "Items in one step; the work's own if left out.")
    private @Nullable Integer batch;

    @Parameter(names = "--json", placeholder = "FILE", description = "Write the figures to a JSON file.")
    private @Nullable Path json;

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("--works W1 --device opencl", "The main job's step on an OpenCL device."));
    }

    @Override
    public List<String> notes() {
        return List.of(Arrays.stream(Work.values())
                .map(work -> work + " is " + work.network().word() + " on " + work.batch() + " items")
                .collect(Collectors.joining("; ", "", ".")));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (batch != null && (batch < 1 || batch > 100_000)) {
            throw new UserError("--batch must be from 1 to 100000, got " + batch);
        }
        List<Bench.Result> results = new ArrayList<>();
        try (Device opened = DeviceChoice.open(device, console)) {
            for (Work work : works) {
                Bench.Result result = Bench.run(work, opened, batch == null ? work.batch() : batch);
                if (result.shareOfRoof() > 1) {
                    throw new RunFailure(String.format(
                            Locale.ROOT,
                            "%s: %.3f ms is below the physical floor of this device; the measurement is wrong",
                            work,
                            result.step().median()));
                }
                results.add(result);
            }
        }
        console.say(table(results));
        if (json != null) {
            JsonFile.write(json, new Figures(Version.line(), results));
        }
    }

    /** What stands in the JSON file. */
    record Figures(String version, List<Bench.Result> results) {}

    private static String table(List<Bench.Result> results) {
        List<List<String>> rows = new ArrayList<>();
        for (Bench.Result result : results) {
            rows.add(List.of(
                    result.work().name(),
                    Integer.toString(result.batch()),
                    milliseconds(result.step().median()),
                    milliseconds(result.step().min()),
                    milliseconds(result.step().max()),
                    String.format(Locale.ROOT, "%.1f", result.gigaflops()),
                    Double.isNaN(result.roofGigaflops())
                            ? "-"
                            : String.format(Locale.ROOT, "%.0f %%", 100 * result.shareOfRoof()),
                    Long.toString(result.launches()),
                    Long.toString(result.hostReads())));
        }
        return new TextTable(
                        List.of("work", "batch", "median", "min ms", "max ms", "GFLOP/s", "of peak", "launch", "reads"),
                        rows)
                .render();
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
