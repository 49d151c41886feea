package dev.vitrine.experiments.cli;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.train.BatchWait;
import dev.vitrine.engine.train.NonFiniteLossException;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.MetricsFile;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RunCharts;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.recipe.Training;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Trains a run to its end with progress on the console; Ctrl-C leaves it so that it can go on. */
final class TrainingRun {
    private final RunFolder folder;
    private final RunConfig config;
    private final Experiment experiment;
    private final Material material;
    private final Device device;
    private final Console console;
    private final StopSignal stop;

    TrainingRun(
            RunFolder folder,
            RunConfig config,
            Experiment experiment,
            Material material,
            Device device,
            Console console,
            StopSignal stop) {
        this.folder = folder;
        this.config = config;
        this.experiment = experiment;
        this.material = material;
        this.device = device;
        this.console = console;
        this.stop = stop;
    }

    /** The results, or nothing if the user stopped the run. */
    Optional<Results> finish(long stepsDone) throws IOException {
        Optional<List<ClipVerdict>> verdicts;
        BatchWait waited;
        try (Progress progress = console.progress("training", config.plan().allSteps(), stepsDone)) {
            Training training = new Training(folder, config, experiment, material, device, new Watcher(progress));
            verdicts = training.run();
            waited = training.waited();
        } catch (NonFiniteLossException e) {
            DiagnoseCommand.atTheEnd(console, folder);
            throw new RunFailure(e.getMessage() + "; the last good state is kept in " + folder.checkpoints());
        }
        if (verdicts.isEmpty()) {
            console.warn("stopped; go on with: vitrine train --resume " + folder.path());
            return Optional.empty();
        }
        if (waited.trainedSeconds() > 0) {
            folder.writeTiming(waited);
            console.warn("the device " + waited.words() + " at most");
        }
        return Optional.of(Results.of(config, material, verdicts.get()));
    }

    /**
     * Draws the charts of the finished run.
     *
     * @return how many weights its network has
     */
    int draw(Results results) throws IOException {
        console.warn("drawing charts ...");
        new RunCharts(folder.charts(), config, experiment).write(MetricsFile.read(folder.metrics()), results);
        TrainedRun run = TrainedRun.open(folder, config, experiment, device);
        experiment.draw(folder.charts(), run, material, results);
        return run.network(0).trainableCount();
    }

    /** Shows progress on the console. */
    private final class Watcher implements Training.Watcher {
        private final Progress progress;
        private double accuracy = Double.NaN;

        Watcher(Progress progress) {
            this.progress = progress;
        }

        @Override
        public boolean goOn() {
            return !stop.requested();
        }

        @Override
        public void progress(long step, double loss) {
            progress.at(step, new Progress.Measures(loss, accuracy));
        }

        @Override
        public void epoch(int fold, int epoch, double validationAccuracy) {
            accuracy = validationAccuracy;
        }
    }
}
