package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.experiments.comparison.Comparison;
import dev.vitrine.experiments.comparison.FinishedRun;
import dev.vitrine.experiments.recipe.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code vitrine compare}: several runs on one scale. */
@Parameters(commandDescription = "Compare runs that were tested on the same clips: a table, charts, McNemar's test.")
final class CompareCommand implements Command {
    @Parameter(placeholder = "RUN RUN ...", description = "Run folders.")
    private List<String> words = new ArrayList<>();

    @Parameter(names = "--out", placeholder = "DIR", description = "Where charts go.")
    private Path out = Path.of("comparison");

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example(
                "runs/cats-dogs-20260101-120000 runs/cats-dogs-20260101-130000",
                "Is the second better than the first, or was it luck?"));
    }

    @Override
    public List<String> notes() {
        return List.of("McNemar's p is how likely such a difference is if both are equally good. Runs of one data set,"
                + " seed, --split and --folds are tested on the same clips.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        List<FinishedRun> runs = new ArrayList<>();
        for (String word : words) {
            runs.add(FinishedRun.of(RunFolder.open(Path.of(word))));
        }
        Comparison comparison = new Comparison(runs);
        comparison.draw(out);
        console.say(comparison.tables());
        console.say("charts: " + out);
    }
}
