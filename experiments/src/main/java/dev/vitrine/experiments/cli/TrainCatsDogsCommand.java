package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.vitrine.audio.dataset.Normalisation;
import dev.vitrine.experiments.catsdogs.CatsDogsExperiment;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Protocol;
import java.io.IOException;
import java.util.List;

/** {@code vitrine train cats-dogs}. */
@Parameters(commandDescription = "Cats against dogs, from raw sound.")
final class TrainCatsDogsCommand implements Command {
    @ParametersDelegate
    private final TrainOptions options =
            new TrainOptions(new Plan(15, 100, 16, Plan.Optimization.SGD, 0.1, Plan.Decay.COSINE, 1, 1));

    @Parameter(
            names = "--normalise",
            placeholder = "WHAT",
            description = "What is scaled: window, clip, or class (as the original did).")
    private Normalisation normalisation = Normalisation.WINDOW;

    @Parameter(
            names = "--protocol",
            placeholder = "WHICH",
            converter = ProtocolWord.class,
            description = "leak-free, or original: classes scaled as one, ten test clips from the training pool.")
    private Protocol protocol = Protocol.LEAK_FREE;

    @Override
    public String name() {
        return "train " + CatsDogsExperiment.NAME;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("--data recordings --folds 5", "Five-fold cross-validation on recordings."),
                new Example("", "One split, on sounds that the program makes."));
    }

    @Override
    public List<String> notes() {
        return List.of("The folder of recordings holds sound files named cat_* and dog_*, or folders cats and dogs. A"
                + " step learns from random seconds of sound, cats and dogs in turn.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        Normalisation scaled = protocol == Protocol.ORIGINAL ? Normalisation.CLASS : normalisation;
        options.train(new CatsDogsExperiment(scaled, protocol), console, stop);
    }
}
