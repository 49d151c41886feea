package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.bench.Bench;
import dev.vitrine.experiments.bench.BenchCharts;
import dev.vitrine.experiments.bench.BenchTables;
import dev.vitrine.experiments.bench.Compared;
import dev.vitrine.experiments.bench.Effort;
import dev.vitrine.experiments.bench.KernelTimes;
import dev.vitrine.experiments.bench.Peer;
import dev.vitrine.experiments.bench.Result;
import dev.vitrine.experiments.bench.Roof;
import dev.vitrine.experiments.bench.Work;
import dev.vitrine.experiments.recipe.JsonFile;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.ChartWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code vitrine bench}: how long a training step takes on this machine, and where its time goes. */
@Parameters(commandDescription = "Time training steps, and set them beside what the machine could do.")
final class BenchCommand implements Command {
    private static final String ALL = "all";

    @Parameter(names = "--works", placeholder = "LIST", description = "all, or some of W1 to W5, as in W1,W4.")
    private String works = "W1";

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Parameter(names = "--batch", placeholder = "N", description = "Items in one step; the work's own if left out.")
    private @Nullable Integer batch;

    @Parameter(names = "--profile", description = "Say how long each layer takes, and in which pass (OpenCL).")
    private boolean profile;

    @Parameter(names = "--kernels", description = "Say how long each kernel takes in each layer (OpenCL).")
    private boolean kernels;

    @Parameter(names = "--out", placeholder = "DIR", description = "Write charts there; with --profile or --kernels.")
    private @Nullable Path out;

    @Parameter(names = "--compare", placeholder = "PEER", description = "torch: run PyTorch beside it, in turn.")
    private @Nullable String compare;

    @Parameter(names = "--json", placeholder = "FILE", description = "Write the figures to a JSON file.")
    private @Nullable Path json;

    private final Effort effort;

    BenchCommand() {
        this(Effort.USUAL);
    }

    BenchCommand(Effort effort) {
        this.effort = effort;
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("--works W1 --device opencl", "The main job's step on an OpenCL device."),
                new Example("--works all --kernels --out bench", "Every kernel of every work, and the rooflines."));
    }

    @Override
    public List<String> notes() {
        return List.of(Arrays.stream(Work.values())
                .map(work -> work + " is " + work.network().word() + " on " + work.batch() + " items")
                .collect(Collectors.joining("; ", "", ".")));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        List<Work> wanted = wanted();
        if (batch != null && (batch < 1 || batch > 100_000)) {
            throw new UserError("--batch must be from 1 to 100000, got " + batch);
        }
        if (out != null && !profile && !kernels) {
            throw new UserError("--out takes the charts of --profile or --kernels; add one of them");
        }
        if (compare != null && !compare.equals("torch")) {
            throw new UserError("--compare must be torch, got " + compare);
        }
        if (compare != null && (profile || kernels)) {
            throw new UserError("--compare times whole steps; leave --profile and --kernels out");
        }
        Optional<Peer> peer = compare == null ? Optional.empty() : Optional.of(Peer.torch());
        try (Device opened = DeviceChoice.open(device, console)) {
            Optional<Roof> roof =
                    opened instanceof OpenClDevice openCl ? Optional.of(Roof.of(openCl)) : Optional.empty();
            roof.ifPresent(found -> console.say(BenchTables.roof(found)));
            if (profile || kernels) {
                times(wanted, opened, roof, console);
            } else {
                steps(wanted, opened, roof, peer, console);
            }
        }
    }

    private List<Work> wanted() {
        if (works.equals(ALL)) {
            return List.of(Work.values());
        }
        List<Work> wanted = new ArrayList<>();
        for (String word : works.split(",", -1)) {
            wanted.add(Arrays.stream(Work.values())
                    .filter(work -> work.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                            () -> new UserError("--works must be all or some of W1, W2, W3, W4, W5, got " + works)));
        }
        return wanted;
    }

    private int batch(Work work) {
        return batch == null ? work.batch() : batch;
    }

    private void steps(List<Work> wanted, Device opened, Optional<Roof> roof, Optional<Peer> peer, Console console)
            throws IOException {
        List<Result> results = new ArrayList<>();
        for (Work work : wanted) {
            Result result = Bench.run(work, opened, batch(work), effort, roof);
            if (result.isImpossible()) {
                throw new RunFailure(String.format(
                        Locale.ROOT,
                        "%s: %.3f ms is below the physical floor of this device, %.3f ms; the measurement is wrong",
                        work,
                        result.step().min(),
                        result.floor().orElseThrow()));
            }
            results.add(result);
        }
        console.say(BenchTables.steps(results));
        List<Compared> compared = new ArrayList<>();
        if (peer.isPresent()) {
            for (Result result : results) {
                compared.add(Compared.measure(result, opened, effort, peer.get()));
            }
            console.say(BenchTables.compared(compared));
        }
        if (json != null) {
            JsonFile.write(json, new Figures(Version.line(), results, compared));
        }
    }

    private void times(List<Work> wanted, Device opened, Optional<Roof> roof, Console console) throws IOException {
        if (!(opened instanceof OpenClDevice openCl) || roof.isEmpty()) {
            throw new UserError("--profile and --kernels time the kernels of an OpenCL device; " + opened.name()
                    + " has none: leave them out, or use --device opencl");
        }
        List<KernelTimes> all = new ArrayList<>();
        for (Work work : wanted) {
            KernelTimes times = KernelTimes.measure(work, openCl, batch(work), roof.get(), effort);
            all.add(times);
            if (profile) {
                console.say(BenchTables.layers(times));
            }
            if (kernels) {
                console.say(BenchTables.kernels(times));
            }
            write(BenchCharts.of(times, roof.get()));
        }
        if (json != null) {
            JsonFile.write(json, new Kernels(Version.line(), openCl.description(), roof.get(), all));
        }
    }

    private void write(Map<String, Chart> charts) throws IOException {
        if (out != null) {
            for (Map.Entry<String, Chart> chart : charts.entrySet()) {
                ChartWriter.write(chart.getValue(), out, chart.getKey());
            }
        }
    }

    /** What stands in the JSON file. */
    record Figures(String version, List<Result> results, List<Compared> compared) {}

    /** What stands in the JSON file of kernels. */
    record Kernels(String version, String device, Roof roof, List<KernelTimes> works) {}
}
