package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.vitrine.experiments.drawn.DrawnExperiment;
import dev.vitrine.experiments.recipe.Plan;
import java.io.IOException;
import java.util.List;

/** {@code vitrine train drawn-images}. */
@Parameters(commandDescription = "Pictures that the program draws, to begin a network for spectrograms with.")
final class TrainDrawnImagesCommand implements Command {
    /** How it is trained if nothing else is said. */
    static final Plan PLAN = new Plan(10, 30, 32, Plan.Optimization.ADAM, 0.002, Plan.Decay.COSINE, 1, 1);

    @ParametersDelegate
    private final TrainOptions options = new TrainOptions(PLAN);

    @Override
    public String name() {
        return "train " + DrawnExperiment.NAME;
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("", "Then: vitrine train esc --model transfer --weights runs/drawn-images-..."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        options.train(new DrawnExperiment(), console, stop);
    }
}
