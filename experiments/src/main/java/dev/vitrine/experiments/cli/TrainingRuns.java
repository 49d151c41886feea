package dev.vitrine.experiments.cli;

import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.CatsDogsPlan;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.MetricsFile;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.recipe.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Begins runs and goes on with them. */
final class TrainingRuns {
    private TrainingRuns() {}

    /**
     * What a new run is to do.
     *
     * @param name of the run folder
     * @param runs where it is made
     */
    record Start(String name, CatsDogsPlan plan, DataSource source, Strictness strictness, String device, Path runs) {}

    /** A run that has come to its end. */
    record Finished(RunFolder folder, RunConfig config, ClipSet clips, Results results) {
        /** A clip that the first fold has not learned from. */
        Clip firstTestClip() {
            String name = config.splits().get(0).test().get(0);
            return clips.clips().stream()
                    .filter(clip -> clip.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Optional<Finished> start(Start start, Console console, StopSignal stop) throws IOException {
        ClipSet clips = ClipLoading.load(start.source(), start.strictness(), console);
        try (Device device = DeviceChoice.open(start.device(), console)) {
            RunConfig config = new RunConfig(
                    "cats-dogs",
                    start.plan(),
                    start.source(),
                    clips.fingerprint(),
                    clips.clips().stream().collect(Collectors.toMap(Clip::name, Clip::fingerprint)),
                    clips.classes(),
                    Split.of(clips, start.plan().folds(), start.plan().seed()),
                    device.name(),
                    device.description(),
                    versions(device));
            RunFolder folder = RunFolder.create(start.runs(), start.name(), LocalDateTime.now(ZoneId.systemDefault()));
            folder.writeConfig(config);
            console.warn("run: " + folder.path() + " (seed " + start.plan().seed() + ")");
            return finish(
                    new TrainingRun(folder, config, clips, device, console, stop),
                    folder,
                    config,
                    clips,
                    0,
                    console,
                    stop);
        }
    }

    private static List<String> versions(Device device) {
        return device instanceof OpenClDevice openCl
                ? List.of(
                        Version.line(),
                        openCl.info().version() + ", driver " + openCl.info().driverVersion())
                : List.of(Version.line());
    }

    static Optional<Finished> resume(Path path, Console console, StopSignal stop) throws IOException {
        RunFolder folder = RunFolder.open(path);
        RunConfig config = folder.readConfig(RunConfig.class);
        ClipSet clips = ClipLoading.load(config.data(), Strictness.LENIENT, console);
        if (!clips.fingerprint().equals(config.fingerprint())) {
            throw new UserError("%s cannot go on: the clips in %s are not those it began with"
                    .formatted(path, config.data().words()));
        }
        try (Device device = DeviceChoice.open(config.device(), console)) {
            long done = Files.exists(folder.metrics())
                    ? MetricsFile.read(folder.metrics()).stream()
                            .mapToLong(MetricsFile.Row::step)
                            .max()
                            .orElse(0)
                    : 0;
            return finish(
                    new TrainingRun(folder, config, clips, device, console, stop),
                    folder,
                    config,
                    clips,
                    done,
                    console,
                    stop);
        }
    }

    private static Optional<Finished> finish(
            TrainingRun run,
            RunFolder folder,
            RunConfig config,
            ClipSet clips,
            long done,
            Console console,
            StopSignal stop)
            throws IOException {
        Finished[] finished = new Finished[1];
        stop.heed(() -> {
            Optional<Results> results = run.finish(done);
            if (results.isPresent()) {
                folder.writeResults(results.get());
                run.draw(results.get());
                finished[0] = new Finished(folder, config, clips, results.get());
            }
        });
        if (finished[0] == null) {
            return Optional.empty();
        }
        Results results = finished[0].results();
        console.say(
                config.data().synthesises() ? ClosingTable.ofSynthesised(results) : ClosingTable.ofRecordings(results));
        console.say("charts: " + folder.charts());
        console.say("run folder: " + folder.path());
        return Optional.of(finished[0]);
    }
}
