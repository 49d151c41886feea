package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.nsynth.FrontEnd;
import dev.vitrine.experiments.nsynth.Inflation;
import dev.vitrine.experiments.nsynth.NsynthExperiment;
import dev.vitrine.experiments.nsynth.NsynthExperiment.Turns;
import dev.vitrine.experiments.nsynth.ShardOrder;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Protocol;
import dev.vitrine.experiments.recipe.Split;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code vitrine train nsynth}. */
@Parameters(commandDescription = "Families of instruments, from spectrograms of single notes.")
final class TrainNsynthCommand implements Command {
    @ParametersDelegate
    private final TrainOptions options =
            new TrainOptions(new Plan(24, 30, 16, Plan.Optimization.ADAM, 5e-3, Plan.Decay.COSINE, 1, 1));

    @Parameter(
            names = "--input",
            placeholder = "WHAT",
            description = "log-mel, linear-255 or linear-1 (as the original's two runs had it).")
    private String input = "";

    @Parameter(
            names = "--order",
            placeholder = "HOW",
            description = "shuffled, or shards: one note of each family in turn, never shuffled.")
    private String order = "";

    @Parameter(
            names = "--protocol",
            placeholder = "WHICH",
            converter = ProtocolWord.class,
            description = "leak-free, or original: linear-255 and shards, unless said otherwise.")
    private Protocol protocol = Protocol.LEAK_FREE;

    @Override
    public String name() {
        return "train " + NsynthExperiment.NAME;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("--data nsynth --folds 5", "Notes of instruments that it has not heard."),
                new Example("--data nsynth --folds 5 --split random", "How much a random split inflates that."),
                new Example("--data nsynth --protocol original", "Why the original said bass to everything."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "The folder of data holds examples.json and audio/, or TFRecord files. Notes of one instrument stay on"
                        + " one side of a split; with --split random they do not, and the command trains a second time,"
                        + " split by instrument, to show how much of the score was the leak.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        boolean original = protocol == Protocol.ORIGINAL;
        FrontEnd seen = input.isEmpty()
                ? original ? FrontEnd.LINEAR_255 : FrontEnd.LOG_MEL
                : one(FrontEnd.class, "--input", input);
        Turns turns = order.isEmpty() ? original ? Turns.SHARDS : Turns.SHUFFLED : one(Turns.class, "--order", order);
        NsynthExperiment experiment = new NsynthExperiment(seen, turns, ShardOrder.shareFor(options.examples()));
        Optional<TrainingRuns.Finished> first = options.train(experiment, console, stop);
        if (first.isPresent() && options.splitsAtRandom()) {
            console.warn("--- the same, split by instrument");
            Optional<TrainingRuns.Finished> second = options.train(experiment, Split.Kind.GROUP, console, stop);
            if (second.isPresent()) {
                Inflation inflation =
                        new Inflation(first.get().results(), second.get().results());
                inflation.draw(second.get().folder().charts());
                console.say(inflation.words());
            }
        }
    }

    private static <E extends Enum<E>> E one(Class<E> type, String option, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> word(each).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UserError("%s must be one of %s, got %s"
                        .formatted(
                                option,
                                String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(TrainNsynthCommand::word)
                                                .toList()),
                                word)));
    }

    private static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
