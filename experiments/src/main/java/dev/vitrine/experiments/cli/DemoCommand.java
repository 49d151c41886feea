package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.Normalisation;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.experiments.catsdogs.CatsDogsExperiment;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Plan.Decay;
import dev.vitrine.experiments.recipe.Plan.Optimization;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.recipe.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code vitrine demo}: the main job in a minute, with nothing but this program. */
@Parameters(commandDescription = "Train, explain and draw in about a minute: no data, no driver needed.")
final class DemoCommand implements Command {
    private static final int CLIPS = 80;
    private static final int EPOCHS = 4;

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Parameter(names = "--seed", placeholder = "N", description = "Of the sounds, the weights and the batches.")
    private long seed = 1;

    @Parameter(names = "--runs", placeholder = "DIR", description = "Where the run folder is made.")
    private Path runs = Path.of("runs");

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("", "Meows against barks that the program makes itself."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        console.say("""
                Cats against dogs, from raw sound.

                The network sees one second at a time: 16,000 numbers. Ten convolutions of ten
                filters each halve the length (16000 → 8000 → … → 16); the mean over time leaves
                ten numbers, and a weighted sum of those says: dog, or cat. 3,041 weights in all.
                The sounds are made by the program; it learns from some and is judged by others.
                """);
        Plan plan = new Plan(EPOCHS, 100, 16, Optimization.SGD, 0.1, Decay.COSINE, 1, seed);
        Optional<TrainingRuns.Finished> finished = TrainingRuns.start(
                new TrainingRuns.Start(
                        "demo",
                        new CatsDogsExperiment(Normalisation.WINDOW),
                        plan,
                        DataSource.synthesised(CLIPS, seed),
                        Split.Kind.GROUP,
                        Strictness.STRICT,
                        device,
                        runs),
                console,
                stop);
        finished.ifPresent(done -> explain(done, console));
    }

    private static void explain(TrainingRuns.Finished done, Console console) {
        RunFolder folder = done.folder();
        console.say("""

                What to look at, in %s:
                  accuracy.png        is it better than always saying the same? than a linear model?
                  first-filters.png   the ten filters it found; -response.png: the pitch each hears
                  gap-by-class.png    the ten numbers, for cats and for dogs
                  confusion-clips.png which mistakes it makes

                Look inside: write a sound, then see every layer's answer to it
                  ./vitrine synth cats-dogs --out sounds
                  ./vitrine inspect %s --clip sounds/%s --out looks
                """.formatted(folder.charts(), folder.path(), done.firstTestClip()));
    }
}
