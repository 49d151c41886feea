package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.bench.Bench;
import dev.vitrine.experiments.bench.BenchCharts;
import dev.vitrine.experiments.bench.BenchTables;
import dev.vitrine.experiments.bench.Compared;
import dev.vitrine.experiments.bench.ComparedTables;
import dev.vitrine.experiments.bench.Effort;
import dev.vitrine.experiments.bench.FewSteps;
import dev.vitrine.experiments.bench.KernelTimes;
import dev.vitrine.experiments.bench.Ladder;
import dev.vitrine.experiments.bench.OddShape;
import dev.vitrine.experiments.bench.Peer;
import dev.vitrine.experiments.bench.PeerTool;
import dev.vitrine.experiments.bench.Result;
import dev.vitrine.experiments.bench.Roof;
import dev.vitrine.experiments.bench.Scaling;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code vitrine bench}: how long a training step takes on this machine, and where its time goes. */
@Parameters(commandDescription = "Time training steps, and set them beside what the machine could do.")
final class BenchCommand implements Command {
    private static final String ALL = "all";

    /** Vitrine's folder, as the launcher says. */
    private static final Path ROOT = Path.of(System.getProperty("vitrine.root", ""));

    @Parameter(names = "--works", placeholder = "LIST", description = "all, or some of W1 to W5, as in W1,W4.")
    private String works = "W1";

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Parameter(names = "--batch", placeholder = "N", description = "Items in one step; the work's own if left out.")
    private @Nullable Integer batch;

    @Parameter(names = "--threads", placeholder = "N", description = "Compute with N threads; all if left out.")
    private @Nullable Integer threads;

    @Parameter(names = "--seconds", placeholder = "S", description = "Time each for S seconds; 3 if left out.")
    private @Nullable Double seconds;

    @Parameter(names = "--profile", description = "Say how long each layer takes, and in which pass (OpenCL).")
    private boolean profile;

    @Parameter(names = "--kernels", description = "Say how long each kernel takes in each layer (OpenCL).")
    private boolean kernels;

    @Parameter(names = "--steps", placeholder = "N", description = "Make N steps, and say how long the first took.")
    private @Nullable Integer steps;

    @Parameter(names = "--scaling", description = "Time steps in batches of 1 to 64, and on longer signals.")
    private boolean scaling;

    @Parameter(names = "--ladder", description = "Time naive, register, vector and fused kernels (OpenCL).")
    private boolean ladder;

    @Parameter(names = "--odd", description = "Time layers of odd shapes instead of the works (OpenCL).")
    private boolean odd;

    @Parameter(names = "--out", placeholder = "DIR", description = "Write the charts there.")
    private @Nullable Path out;

    @Parameter(names = "--compare", placeholder = "LIST", description = "torch, tf: run PyTorch, TensorFlow beside it.")
    private @Nullable String compare;

    @Parameter(names = "--json", placeholder = "FILE", description = "Write the figures to a JSON file.")
    private @Nullable Path json;

    private Effort effort;

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
        if (steps != null && (steps < 1 || steps > 1_000_000)) {
            throw new UserError("--steps must be from 1 to 1000000, got " + steps);
        }
        if (out != null && !profile && !kernels && !scaling) {
            throw new UserError("--out takes the charts of --profile, --kernels or --scaling; add one of them");
        }
        if (Stream.of(profile || kernels, scaling, steps != null, odd, ladder)
                        .filter(each -> each)
                        .count()
                > 1) {
            throw new UserError(
                    "--profile and --kernels, --scaling, --steps, --odd and --ladder measure different things; choose"
                            + " one");
        }
        if (compare != null && (profile || kernels || scaling || steps != null || odd || ladder)) {
            throw new UserError(
                    "--compare times whole steps; leave --profile, --kernels, --scaling, --steps, --odd and --ladder"
                            + " out");
        }
        if (seconds != null) {
            if (!(seconds >= 0.01 && seconds <= 3600)) {
                throw new UserError("--seconds must be from 0.01 to 3600, got " + seconds);
            }
            effort = effort.lasting(seconds);
        }
        Optional<ThreadLimit> limit = Optional.ofNullable(threads).map(ThreadLimit::of);
        limit.ifPresent(ThreadLimit::check);
        List<Peer> peers = peers();
        try (Device opened = DeviceChoice.open(device, console)) {
            limit.ifPresent(set -> set.check(opened));
            if (steps != null) {
                fewSteps(wanted, opened, steps, console);
                return;
            }
            if (scaling) {
                scaling(wanted, opened, console);
                return;
            }
            if (ladder) {
                ladder(wanted, opened, console);
                return;
            }
            Optional<Roof> roof =
                    opened instanceof OpenClDevice openCl ? Optional.of(Roof.of(openCl)) : Optional.empty();
            roof.ifPresent(found -> console.say(BenchTables.roof(found)));
            if (odd) {
                odd(opened, roof, console);
            } else if (profile || kernels) {
                times(wanted, opened, roof, console);
            } else {
                steps(wanted, opened, roof, peers, console);
            }
        }
    }

    private List<Work> wanted() {
        return works(works);
    }

    /** The works that an option {@code --works} names. */
    static List<Work> works(String works) {
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

    private List<Peer> peers() throws IOException {
        List<Peer> peers = new ArrayList<>();
        if (compare != null) {
            for (String word : compare.split(",", -1)) {
                peers.add(Peer.find(PeerTool.named(word.strip()), ROOT));
            }
        }
        return peers;
    }

    private int batch(Work work) {
        return batch == null ? work.batch() : batch;
    }

    private void steps(List<Work> wanted, Device opened, Optional<Roof> roof, List<Peer> peers, Console console)
            throws IOException {
        List<Result> results = new ArrayList<>();
        for (Work work : wanted) {
            results.add(Bench.run(work, opened, batch(work), effort, roof).possible());
        }
        console.say(BenchTables.steps(results));
        List<Compared> compared = new ArrayList<>();
        if (!peers.isEmpty()) {
            for (Result result : results) {
                compared.add(Compared.measure(result, opened, effort, peers));
            }
            console.say(ComparedTables.of(compared));
        }
        if (json != null) {
            JsonFile.write(json, new Figures(Version.line(), results, compared));
        }
    }

    private void fewSteps(List<Work> wanted, Device opened, int count, Console console) throws IOException {
        List<FewSteps> all = new ArrayList<>();
        for (Work work : wanted) {
            all.add(FewSteps.run(work, opened, batch(work), count));
        }
        console.say(BenchTables.fewSteps(all));
        if (json != null) {
            JsonFile.write(json, new Begun(Version.line(), opened.description(), all));
        }
    }

    private void scaling(List<Work> wanted, Device opened, Console console) throws IOException {
        List<Scaling> all = new ArrayList<>();
        for (Work work : wanted) {
            Scaling each = Scaling.measure(work, opened, effort);
            all.add(each);
            console.say(each.table());
            write(each.charts());
        }
        if (json != null) {
            JsonFile.write(json, new Scalings(Version.line(), all));
        }
    }

    private void times(List<Work> wanted, Device opened, Optional<Roof> roof, Console console) throws IOException {
        OpenClDevice openCl = withKernels(opened);
        List<KernelTimes> all = new ArrayList<>();
        for (Work work : wanted) {
            KernelTimes times = KernelTimes.measure(work, openCl, batch(work), roof.orElseThrow(), effort);
            all.add(times);
            if (profile) {
                console.say(BenchTables.layers(times));
            }
            if (kernels) {
                console.say(BenchTables.kernels(times));
            }
            write(BenchCharts.of(times, roof.orElseThrow()));
        }
        if (json != null) {
            JsonFile.write(json, new Kernels(Version.line(), openCl.description(), roof.orElseThrow(), all));
        }
    }

    private static OpenClDevice withKernels(Device opened) {
        if (opened instanceof OpenClDevice openCl) {
            return openCl;
        }
        throw new UserError("--profile, --kernels, --odd and --ladder time the kernels of an OpenCL device; "
                + opened.name() + " has none: leave them out, or use --device opencl");
    }

    private void odd(Device opened, Optional<Roof> roof, Console console) throws IOException {
        OpenClDevice openCl = withKernels(opened);
        List<OddShape.Times> all = new ArrayList<>();
        for (OddShape shape : OddShape.all()) {
            all.add(shape.measure(openCl, roof.orElseThrow()));
        }
        console.say(BenchTables.oddShapes(all));
        if (json != null) {
            JsonFile.write(json, new OddShapes(Version.line(), openCl.description(), roof.orElseThrow(), all));
        }
    }

    private void ladder(List<Work> wanted, Device opened, Console console) throws IOException {
        OpenClDevice openCl = withKernels(opened);
        List<Ladder> all = new ArrayList<>();
        for (Work work : wanted) {
            Ladder each = Ladder.measure(work, openCl.info(), batch(work), effort);
            all.add(each);
            console.say(each.table());
        }
        if (json != null) {
            JsonFile.write(json, new Ladders(Version.line(), openCl.description(), all));
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

    /** What stands in the JSON file of first steps. */
    record Begun(String version, String device, List<FewSteps> works) {}

    /** What stands in the JSON file of sizes. */
    record Scalings(String version, List<Scaling> works) {}

    /** What stands in the JSON file of ladders. */
    record Ladders(String version, String device, List<Ladder> works) {}

    /** What stands in the JSON file of odd shapes. */
    record OddShapes(String version, String device, Roof roof, List<OddShape.Times> shapes) {}
}
