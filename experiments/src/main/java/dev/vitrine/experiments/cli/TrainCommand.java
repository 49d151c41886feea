package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.Normalisation;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.CatsDogsPlan;
import dev.vitrine.experiments.recipe.DataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vitrine train}: trains a network and judges it on clips that it has not seen. */
@Parameters(commandDescription = "Train a network on recordings, or on sounds that the program makes.")
final class TrainCommand implements Command {
    private static final String CATS_DOGS = "cats-dogs";

    @Parameter(placeholder = "EXPERIMENT", description = "cats-dogs")
    private List<String> experiment = new ArrayList<>();

    @Parameter(
            names = "--data",
            placeholder = "DIR",
            description = "Recordings: sound files named cat_* and dog_*. Without it sounds are made.")
    private @Nullable Path data;

    @Parameter(names = "--resume", placeholder = "RUN", description = "Go on with a run that was stopped or killed.")
    private @Nullable Path resume;

    @Parameter(names = "--folds", placeholder = "K", description = "1: one split; K: cross-validation over K parts.")
    private int folds = 1;

    @Parameter(
            names = "--clips",
            placeholder = "N",
            description = "Made sounds of each class, where there are no recordings.")
    private int clips = 100;

    @Parameter(names = "--epochs", placeholder = "N", description = "Validation and a checkpoint follow each.")
    private int epochs = 15;

    @Parameter(names = "--epoch-steps", placeholder = "N", description = "Training steps of one epoch.")
    private int epochSteps = 100;

    @Parameter(names = "--batch", placeholder = "N", description = "Seconds of sound in one step.")
    private int batch = 16;

    @Parameter(names = "--optimizer", placeholder = "NAME", description = "sgd (momentum 0.9) or adam.")
    private CatsDogsPlan.Optimization optimizer = CatsDogsPlan.Optimization.SGD;

    @Parameter(names = "--lr", placeholder = "RATE", description = "Learning rate at the beginning.")
    private double learningRate = 0.1;

    @Parameter(names = "--schedule", placeholder = "NAME", description = "cosine (falls to 0) or constant.")
    private CatsDogsPlan.Decay schedule = CatsDogsPlan.Decay.COSINE;

    @Parameter(
            names = "--normalise",
            placeholder = "WHAT",
            description = "What is scaled: window, clip, or class (as the original did).")
    private Normalisation normalisation = Normalisation.WINDOW;

    @Parameter(names = "--seed", placeholder = "N", description = "Of the split, the first weights and the batches.")
    private long seed = 1;

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Parameter(names = "--runs", placeholder = "DIR", description = "Where the run folder is made.")
    private Path runs = Path.of("runs");

    @Parameter(names = "--strict", description = "Stop at the first file that cannot be used.")
    private boolean strict;

    @Override
    public String name() {
        return "train";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("cats-dogs --data recordings --folds 5", "Five-fold cross-validation on recordings."),
                new Example("cats-dogs", "One split, on sounds that the program makes."),
                new Example("--resume runs/cats-dogs-20260101-120000", "Go on with a run."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (resume != null) {
            TrainingRuns.resume(resume, console, stop);
            return;
        }
        if (!experiment.equals(List.of(CATS_DOGS))) {
            throw new UserError("train: expected the experiment cats-dogs, got "
                    + (experiment.isEmpty() ? "nothing" : String.join(" ", experiment)));
        }
        if (clips < 10 || clips > 100_000) {
            throw new UserError("--clips must be from 10 to 100000, got " + clips);
        }
        DataSource source = data != null
                ? DataSource.recordings(data.toAbsolutePath().normalize().toString())
                : DataSource.synthesised(clips, seed);
        CatsDogsPlan plan = new CatsDogsPlan(
                epochs, epochSteps, batch, optimizer, learningRate, schedule, normalisation, 0.4, folds, seed);
        TrainingRuns.start(
                new TrainingRuns.Start(
                        CATS_DOGS, plan, source, strict ? Strictness.STRICT : Strictness.LENIENT, device, runs),
                console,
                stop);
    }
}
