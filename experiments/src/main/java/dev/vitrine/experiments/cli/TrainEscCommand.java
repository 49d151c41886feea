package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.vitrine.audio.dataset.Esc50;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.drawn.DrawnExperiment;
import dev.vitrine.experiments.esc.Begin;
import dev.vitrine.experiments.esc.EscExperiment;
import dev.vitrine.experiments.esc.EscView;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Protocol;
import dev.vitrine.experiments.recipe.Split;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code vitrine train esc}. */
@Parameters(commandDescription = "Environmental sounds: from samples, from mel bands, from MFCC.")
final class TrainEscCommand implements Command {
    @ParametersDelegate
    private final TrainOptions options = new TrainOptions(
            new Plan(80, 9, 32, Plan.Optimization.ADAM, 0.002, Plan.Decay.COSINE, 5, 1), Split.Kind.OFFICIAL);

    @Parameter(
            names = "--model",
            placeholder = "NAME",
            description = "raw (samples), features (log-mel, few weights), original (40 MFCC), mlp (the means of 40"
                    + " MFCC) or transfer (from pictures to log-mel).")
    private EscView model = EscView.FEATURES;

    @Parameter(names = "--classes", placeholder = "N", description = "10 for ESC-10, or 50 for all of ESC-50.")
    private int classes = 10;

    @Parameter(
            names = "--weights",
            placeholder = "DIR",
            description =
                    "transfer: a folder with Darknet Tiny's model.json, a run of drawn-images, or none. Without it,"
                            + " a network is first trained on drawn pictures.")
    private @Nullable String weights;

    @Parameter(names = "--frozen", placeholder = "N", description = "transfer: epochs in which the head alone learns.")
    private int frozen = 15;

    @Parameter(
            names = "--protocol",
            placeholder = "WHICH",
            converter = ProtocolWord.class,
            description = "leak-free, or original: the model original, tested and validated on one random fifth.")
    private Protocol protocol = Protocol.LEAK_FREE;

    /** The folder of a run on drawn pictures, or nothing if the user stopped it. */
    private Optional<String> drawn(Console console, StopSignal stop) throws IOException {
        return options.begun(new DrawnExperiment(), TrainDrawnImagesCommand.PLAN, console, stop)
                .map(finished -> finished.folder().path().toAbsolutePath().toString());
    }

    @Override
    public String name() {
        return "train " + EscExperiment.NAME;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("--data ESC-50 --model features", "The official five folds of ESC-10."),
                new Example("--model raw --folds 1", "One split, on sounds that the program makes."));
    }

    @Override
    public List<String> notes() {
        return List.of("The folder holds meta/esc50.csv and audio/. Recordings are split by the official folds, which"
                + " keep all cuts of a recording together; made sounds by recording. --classes 50 wants the sounds of all 50"
                + " classes; no aim is set for it, and docs/results/esc.md is about ESC-10 alone.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (classes != 10 && classes != 50) {
            throw new UserError("--classes must be 10 or 50, got " + classes);
        }
        Esc50.Part set = classes == 10 ? Esc50.Part.ESC_10 : Esc50.Part.ESC_50;
        if (protocol == Protocol.ORIGINAL) {
            options.trainOnce(
                    new EscExperiment(set, EscView.ORIGINAL, Begin.scratch(), Protocol.ORIGINAL), console, stop);
            return;
        }
        if (model != EscView.TRANSFER) {
            options.train(new EscExperiment(set, model, Begin.scratch(), protocol), console, stop);
            return;
        }
        Optional<String> start = weights != null ? Optional.of(weights) : drawn(console, stop);
        if (start.isPresent()) {
            int frozenEpochs = start.get().equals(Begin.SCRATCH) ? 0 : frozen;
            options.train(
                    new EscExperiment(set, model, Begin.with(start.get(), frozenEpochs), protocol), console, stop);
        }
    }
}
