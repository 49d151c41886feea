package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.MetricsFile;
import dev.vitrine.experiments.recipe.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code vitrine runs}: which runs there are, and how far each came. */
@Parameters(commandDescription = "List the run folders and how far each run came.")
final class RunsCommand implements Command {
    @Parameter(names = "--runs", placeholder = "DIR", description = "The folder that holds the run folders.")
    private Path runs = Path.of("runs");

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("", "The runs in the folder runs."),
                new Example("--runs /tmp/runs", "The runs in another folder."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (!Files.isDirectory(runs)) {
            throw new UserError("no such folder: %s; the first training run makes it".formatted(runs));
        }
        List<RunFolder> found = folders();
        for (RunFolder run : found) {
            console.say(run.path() + "  " + progress(run));
        }
        if (found.isEmpty()) {
            console.warn("no runs in " + runs);
        }
    }

    private List<RunFolder> folders() throws IOException {
        try (Stream<Path> paths = Files.list(runs)) {
            return paths.map(RunFolder::new)
                    .filter(r -> Files.isRegularFile(r.config()))
                    .sorted(Comparator.comparing(RunFolder::path))
                    .toList();
        }
    }

    private static String progress(RunFolder run) throws IOException {
        List<MetricsFile.Row> rows = Files.isRegularFile(run.metrics()) ? MetricsFile.read(run.metrics()) : List.of();
        return rows.isEmpty()
                ? "nothing measured yet"
                : rows.get(rows.size() - 1).step() + " steps";
    }
}
