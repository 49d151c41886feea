package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options that training has in all experiments; each gives its own defaults. */
final class TrainOptions {
    @Parameter(
            names = "--data",
            placeholder = "DIR",
            description = "The folder of the data set. Without it sounds are made.")
    private @Nullable Path data;

    @Parameter(names = "--folds", placeholder = "K", description = "1: one split; K: cross-validation over K parts.")
    private int folds;

    @Parameter(
            names = "--split",
            placeholder = "HOW",
            description = "What stays together: group, official (the folds of the set's authors) or random (nothing).")
    private Split.@Nullable Kind split;

    @Parameter(
            names = "--clips",
            placeholder = "N",
            description = "Made sounds of each class, where there are no recordings.")
    private int clips = 100;

    @Parameter(names = "--epochs", placeholder = "N", description = "Validation and a checkpoint follow each.")
    private int epochs;

    @Parameter(names = "--epoch-steps", placeholder = "N", description = "Training steps of one epoch.")
    private int epochSteps;

    @Parameter(names = "--batch", placeholder = "N", description = "Examples in one step.")
    private int batch;

    @Parameter(names = "--optimizer", placeholder = "NAME", description = "sgd (momentum 0.9) or adam.")
    private Plan.Optimization optimizer;

    @Parameter(names = "--lr", placeholder = "RATE", description = "Learning rate at the beginning.")
    private double learningRate;

    @Parameter(names = "--schedule", placeholder = "NAME", description = "cosine (falls to 0) or constant.")
    private Plan.Decay schedule;

    @Parameter(names = "--seed", placeholder = "N", description = "Of the split, the first weights and the batches.")
    private long seed;

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Parameter(names = "--kernels", placeholder = "RUNG", description = "naive, registers, vectors or fused (OpenCL).")
    private @Nullable String kernels;

    @Parameter(
            names = {"--runs", "--out"},
            placeholder = "DIR",
            description = "Where the run folder is made.")
    private Path runs = Path.of("runs");

    @Parameter(names = "--strict", description = "Stop at the first file that cannot be used.")
    private boolean strict;

    private final Split.Kind splitOfRecordings;

    /** Options that begin with the values of {@code defaults}, and keep groups together. */
    TrainOptions(Plan defaults) {
        this(defaults, Split.Kind.GROUP);
    }

    /** Options that begin with the values of {@code defaults}; recordings are split in that way. */
    TrainOptions(Plan defaults, Split.Kind splitOfRecordings) {
        this.splitOfRecordings = splitOfRecordings;
        folds = defaults.folds();
        epochs = defaults.epochs();
        epochSteps = defaults.stepsPerEpoch();
        batch = defaults.batch();
        optimizer = defaults.optimizer();
        learningRate = defaults.learningRate();
        schedule = defaults.decay();
        seed = defaults.seed();
    }

    /** Trains another experiment beforehand, on what the program makes, with the device and the folder of this one. */
    Optional<TrainingRuns.Finished> begun(Experiment experiment, Plan plan, Console console, StopSignal stop)
            throws IOException {
        return TrainingRuns.start(
                new TrainingRuns.Start(
                        experiment.name(),
                        experiment,
                        plan,
                        DataSource.synthesised(clips, seed),
                        Split.Kind.GROUP,
                        Strictness.STRICT,
                        DeviceChoice.upTo(kernels, device),
                        runs),
                console,
                stop);
    }

    /** True if a folder of data was given. */
    boolean hasData() {
        return data != null;
    }

    /** The folder of data, if one was given. */
    Optional<Path> folder() {
        return Optional.ofNullable(data);
    }

    /** Of the split, the first weights and the batches. */
    long seed() {
        return seed;
    }

    /** How many examples a network of one fold learns from, over all epochs. */
    long examples() {
        return (long) epochs * epochSteps * batch;
    }

    /** Where the run folder is made. */
    Path runs() {
        return runs;
    }

    /** True if relatives may stand on both sides of a split. */
    boolean splitsAtRandom() {
        return split == Split.Kind.RANDOM;
    }

    /** Trains an experiment that has one split of its own; nothing if the user stopped it. */
    Optional<TrainingRuns.Finished> trainOnce(Experiment experiment, Console console, StopSignal stop)
            throws IOException {
        folds = 1;
        return train(experiment, console, stop);
    }

    /** Trains; nothing if the user stopped it. */
    Optional<TrainingRuns.Finished> train(Experiment experiment, Console console, StopSignal stop) throws IOException {
        Split.Kind usual = data == null ? Split.Kind.GROUP : splitOfRecordings;
        return train(experiment, split != null ? split : usual, console, stop);
    }

    /** Trains, split in another way than the user said. */
    Optional<TrainingRuns.Finished> train(Experiment experiment, Split.Kind kind, Console console, StopSignal stop)
            throws IOException {
        if (clips < 10 || clips > 100_000) {
            throw new UserError("--clips must be from 10 to 100000, got " + clips);
        }
        DataSource source = data != null
                ? DataSource.recordings(data.toAbsolutePath().normalize().toString())
                : DataSource.synthesised(clips, seed);
        Plan plan = new Plan(epochs, epochSteps, batch, optimizer, learningRate, schedule, folds, seed);
        return TrainingRuns.start(
                new TrainingRuns.Start(
                        experiment.name(),
                        experiment,
                        plan,
                        source,
                        kind,
                        strict ? Strictness.STRICT : Strictness.LENIENT,
                        DeviceChoice.upTo(kernels, device),
                        runs),
                console,
                stop);
    }
}
