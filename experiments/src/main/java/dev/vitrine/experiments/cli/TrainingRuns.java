package dev.vitrine.experiments.cli;

import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.preflight.Preflight;
import dev.vitrine.experiments.preflight.Provenance;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.MetricsFile;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Begins runs and goes on with them. */
final class TrainingRuns {
    private TrainingRuns() {}

    /**
     * What a new run is to do.
     *
     * @param name of the run folder
     * @param split what decides which clips stay together
     * @param runs where it is made
     */
    record Start(
            String name,
            Experiment experiment,
            Plan plan,
            DataSource source,
            Split.Kind split,
            Strictness strictness,
            String device,
            Path runs) {}

    /**
     * A run that has come to its end.
     *
     * @param weights of its network
     */
    record Finished(RunFolder folder, RunConfig config, Results results, int weights) {
        /** The name of a clip that the first fold has not learned from. */
        String firstTestClip() {
            return config.splits().get(0).test().get(0);
        }
    }

    static Optional<Finished> start(Start start, Console console, StopSignal stop) throws IOException {
        Experiment experiment = start.experiment();
        Plan plan = start.plan();
        Material material = ClipLoading.load(experiment, start.source(), start.strictness(), console);
        Split.warnings(material.clips(), material.classes(), start.split(), plan.folds())
                .forEach(line -> console.warn("warning: " + line));
        try (Device device = DeviceChoice.open(start.device(), console)) {
            RunConfig config = new RunConfig(
                    experiment.name(),
                    settings(start, device),
                    plan,
                    start.source(),
                    material.fingerprints(),
                    material.classes(),
                    experiment
                            .splits(material)
                            .orElseGet(() -> Split.of(material.clips(), start.split(), plan.folds(), plan.seed())),
                    device.name(),
                    device.description(),
                    versions(device));
            RunFolder folder = RunFolder.create(start.runs(), start.name(), LocalDateTime.now(ZoneId.systemDefault()));
            RunTuning.keep(folder, device);
            folder.writeConfig(config);
            console.warn("run: " + folder.path() + " (seed " + plan.seed() + ")");
            folder.write(folder.provenance(), Provenance.of(material));
            look(folder, Preflight.of(config, experiment, material, device), console);
            return finish(new Begun(folder, config, experiment, material, device, 0), console, stop);
        }
    }

    private static void look(RunFolder folder, Preflight preflight, Console console) throws IOException {
        folder.write(folder.preflight(), preflight);
        console.warn(preflight.table());
        preflight.advice().forEach(line -> console.warn(Wrapped.of("look: ", line)));
    }

    private static Map<String, String> settings(Start start, Device device) {
        Map<String, String> settings = new TreeMap<>(start.experiment().settings());
        settings.put("split", start.split().name().toLowerCase(Locale.ROOT));
        RunTuning.fingerprint(device).ifPresent(mark -> settings.put(RunTuning.SETTING, mark));
        return settings;
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
        Experiment experiment = ExperimentNames.of(config);
        Material material = ClipLoading.load(experiment, config.data(), Strictness.LENIENT, console);
        if (!material.fingerprints().equals(config.sounds())) {
            throw new UserError("%s cannot go on: the clips in %s are not those it began with"
                    .formatted(path, config.data().words()));
        }
        Tuning tuning = RunTuning.of(folder, config);
        try (Device device = DeviceChoice.open(config.device(), info -> tuning, console)) {
            long done = Files.exists(folder.metrics())
                    ? MetricsFile.read(folder.metrics()).stream()
                            .mapToLong(MetricsFile.Row::step)
                            .max()
                            .orElse(0)
                    : 0;
            return finish(new Begun(folder, config, experiment, material, device, done), console, stop);
        }
    }

    /** A run with its data and its device; {@code steps} of it are done. */
    private record Begun(
            RunFolder folder, RunConfig config, Experiment experiment, Material material, Device device, long steps) {}

    private static Optional<Finished> finish(Begun begun, Console console, StopSignal stop) throws IOException {
        RunFolder folder = begun.folder();
        RunConfig config = begun.config();
        TrainingRun run =
                new TrainingRun(folder, config, begun.experiment(), begun.material(), begun.device(), console, stop);
        List<Finished> finished = new ArrayList<>();
        stop.heed(() -> {
            Optional<Results> results = run.finish(begun.steps());
            if (results.isPresent()) {
                folder.writeResults(results.get());
                int weights = run.draw(results.get());
                finished.add(new Finished(folder, config, results.get(), weights));
            }
        });
        if (finished.isEmpty()) {
            return Optional.empty();
        }
        console.say(closingTable(begun.experiment(), finished.get(0)));
        DiagnoseCommand.atTheEnd(console, folder);
        console.say("charts: " + folder.charts());
        console.say("run folder: " + folder.path());
        return Optional.of(finished.get(0));
    }

    private static String closingTable(Experiment experiment, Finished done) throws IOException {
        DataSource source = done.config().data();
        Optional<TextTable> own = experiment.table(source, done.results(), done.weights());
        if (own.isPresent()) {
            return own.get().render();
        }
        ClosingTable.Trained trained = ClosingTable.Trained.of(
                done.weights(),
                MetricsFile.read(done.folder().metrics()),
                done.config().plan().epochs());
        return ClosingTable.of(experiment, source, done.results(), trained);
    }
}
