package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Site;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.bench.BeforeAfter;
import dev.vitrine.experiments.bench.Work;
import dev.vitrine.experiments.recipe.JsonFile;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.tune.Found;
import dev.vitrine.experiments.tune.Landscape;
import dev.vitrine.experiments.tune.TuneTable;
import dev.vitrine.experiments.tune.Tuner;
import dev.vitrine.experiments.tune.TuningFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code vitrine tune}: fits kernels to this machine by trying, and keeps what is quicker. */
@Parameters(commandDescription = "Fit the kernels to this machine, and keep what is quicker.")
final class TuneCommand implements Command {
    @Parameter(names = "--works", placeholder = "LIST", description = "all, or some of W1 to W5, as in W1,W4.")
    private String works = "all";

    @Parameter(names = "--device", placeholder = "NAME", description = "opencl or opencl:N.")
    private String device = "opencl";

    @Parameter(names = "--kernels", placeholder = "LIST", description = "Only some, as in conv1d,conv2d.forward.")
    private @Nullable String kernels;

    @Parameter(names = "--seconds", placeholder = "S", description = "Stop after S seconds; none if left out.")
    private @Nullable Double seconds;

    @Parameter(names = "--out", placeholder = "DIR", description = "Draw the landscape of each pass there.")
    private @Nullable Path out;

    @Parameter(names = "--json", placeholder = "FILE", description = "Write all that was tried to a JSON file.")
    private @Nullable Path json;

    @Parameter(names = "--reset", description = "Forget what was found for the device, and do no more.")
    private boolean reset;

    @Override
    public String name() {
        return "tune";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("", "All kernels of all works; ten to twenty seconds for each pass of a layer."),
                new Example("--works W1 --kernels conv1d --out landscape", "Some of them, with charts."),
                new Example("--reset", "Back to the usual numbers."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Every candidate must give what the Java loops give. One is kept if it is quicker by more than 3 % when"
                        + " it runs in turn with the usual numbers. The file is written after each pass, so Ctrl-C loses"
                        + " the last one only.",
                "All commands use it from then on; --device opencl:0:untuned does not. Results differ in their last"
                        + " bits, so a run keeps the tuning that it began with. VITRINE_TUNING names another folder than"
                        + " .vitrine/tuning in your home.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        TuningFolder folder = TuningFolder.ofUser(Version.number());
        List<Work> wanted = BenchCommand.works(works);
        Predicate<Site> chosen = chosen();
        if (seconds != null && !(seconds >= 1 && seconds <= 1_000_000)) {
            throw new UserError("--seconds must be from 1 to 1000000, got " + seconds);
        }
        OpenClInfo info = info(console);
        if (reset) {
            boolean was = Files.deleteIfExists(folder.file(info));
            console.say((was ? "deleted: " : "there is none: ") + folder.file(info));
            return;
        }
        TuningFolder.Found before = folder.find(info);
        if (before.trouble()) {
            console.warn("warning: " + before.words());
        }
        console.warn("looking for what can be tuned ...");
        Tuner tuner = Tuner.of(info, folder, wanted, chosen);
        if (tuner.sites() == 0) {
            throw new UserError("--kernels " + kernels + ": nothing in " + works
                    + " has that name; names are as in conv1d, conv2d.forward or batchnorm");
        }
        stop.heed(() -> search(tuner, info, folder, wanted, console, stop));
    }

    private OpenClInfo info(Console console) {
        String choice = device.equals("auto") ? "opencl" : device;
        if (choice.equals("java")) {
            throw new UserError("--device java: the Java device has no kernels to tune; use --device opencl");
        }
        try (Device opened = DeviceChoice.open(choice + ":untuned", console)) {
            return ((OpenClDevice) opened).info();
        }
    }

    private Predicate<Site> chosen() {
        if (kernels == null) {
            return site -> true;
        }
        List<String> names = List.of(kernels.split(",", -1));
        return site -> names.stream()
                .map(String::strip)
                .anyMatch(name -> site.pass().equals(name) || site.pass().startsWith(name + "."));
    }

    private void search(
            Tuner tuner, OpenClInfo info, TuningFolder folder, List<Work> wanted, Console console, StopSignal stop)
            throws IOException {
        long end = seconds == null ? Long.MAX_VALUE : System.nanoTime() + (long) (seconds * 1e9);
        List<Found> all;
        try (Progress progress = console.progress("tuning", tuner.candidates(), 0)) {
            all = tuner.run(
                    () -> !stop.requested() && (seconds == null || System.nanoTime() < end), new Watcher(progress));
        }
        console.say(TuneTable.of(all));
        if (all.size() < tuner.sites()) {
            console.say((tuner.sites() - all.size()) + " of " + tuner.sites()
                    + " passes were not reached; what was found is kept");
        }
        Tuning tuning = folder.find(info).tuning();
        List<BeforeAfter> steps = new ArrayList<>();
        if (!tuning.isNone()) {
            for (Work work : wanted) {
                if (!stop.requested()) {
                    BeforeAfter step = BeforeAfter.measure(work, info, tuning);
                    steps.add(step);
                    console.say(String.format(
                            Locale.ROOT,
                            "%s: a whole step takes %.2f ms, untuned %.2f ms (ratio %.2f)",
                            work,
                            step.tuned(),
                            step.usual(),
                            step.share()));
                }
            }
        }
        console.say("tuning: " + folder.find(info).words());
        if (json != null) {
            JsonFile.write(json, new Tuned(Version.line(), info.deviceName(), tuning.fingerprint(), all, steps));
        }
    }

    /** Shows how far it is, and draws. */
    private final class Watcher implements Tuner.Watcher {
        private final Progress progress;

        Watcher(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void tried(int candidates) {
            progress.at(candidates, Progress.Measures.NONE);
        }

        @Override
        public void found(Found found) throws IOException {
            found.thrownOut()
                    .forEach(each -> progress.say("thrown out: " + found.layer() + " "
                            + found.site().pass() + " with " + Tuning.words(each.numbers()) + " " + each.complaint()));
            if (out != null) {
                ChartWriter.write(Landscape.of(found), out, Landscape.stem(found));
            }
        }
    }

    /** What stands in the JSON file. */
    record Tuned(String version, String device, String fingerprint, List<Found> passes, List<BeforeAfter> steps) {}
}
