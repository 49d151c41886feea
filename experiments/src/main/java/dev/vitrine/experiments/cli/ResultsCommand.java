package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.engine.io.AtomicFile;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.comparison.FinishedRun;
import dev.vitrine.experiments.comparison.ResultsPage;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code vitrine results}: all experiments on one page. */
@Parameters(commandDescription = "Write one page about all experiments from their runs, or from scratch.")
final class ResultsCommand implements Command {
    @Parameter(names = "--runs", placeholder = "DIR", description = "The folder that holds the run folders.")
    private Path runs = Path.of("runs");

    @Parameter(names = "--out", placeholder = "FILE", description = "The page, in Markdown.")
    private Path out = Path.of("docs", "results", "summary.md");

    @Parameter(
            names = "--train",
            description = "First train each experiment that has no finished run, on sounds that the program makes.")
    private boolean train;

    @Override
    public String name() {
        return "results";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("", "The page docs/results/summary.md, from the runs in the folder runs."),
                new Example("--train --runs fresh --out page.md", "All experiments from scratch."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Runs that are not done, those of another version, and the run of the demo, are left out. With --train no data is needed;"
                        + " for recordings train each experiment with --data first.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (train) {
            trainMissing(console, stop);
        }
        List<ResultsPage.Entry> entries = entries(console);
        if (entries.isEmpty()) {
            throw new UserError("results: no finished run in %s; train one, or say --train".formatted(runs));
        }
        byte[] page =
                new ResultsPage(entries, ExperimentNames.OF_SOUNDS).markdown().getBytes(StandardCharsets.UTF_8);
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        AtomicFile.write(out, stream -> stream.write(page));
        console.say("page: " + out);
    }

    private void trainMissing(Console console, StopSignal stop) throws IOException {
        List<String> done = entries(console).stream()
                .map(entry -> "train " + entry.run().config().experiment())
                .toList();
        for (Command command : new TrainCommand().parts()) {
            if (!done.contains(command.name()) && !stop.requested()) {
                console.warn("vitrine " + command.name());
                Options.fill(command, List.of("--runs", runs.toString()));
                command.run(console, stop);
            }
        }
    }

    private List<ResultsPage.Entry> entries(Console console) throws IOException {
        List<ResultsPage.Entry> entries = new ArrayList<>();
        for (RunFolder folder : folders()) {
            if (Files.isRegularFile(folder.results())) {
                try {
                    entries.add(entry(folder));
                } catch (UserError e) {
                    console.warn(folder.path() + " is left out: " + e.getMessage());
                }
            } else {
                console.warn(folder.path() + " is not done and is left out");
            }
        }
        return entries;
    }

    private static ResultsPage.Entry entry(RunFolder folder) throws IOException {
        FinishedRun run = FinishedRun.of(folder);
        Experiment experiment = ExperimentNames.of(run.config());
        return new ResultsPage.Entry(
                run, experiment.claims(run.config().data()), experiment.options(), experiment.measure());
    }

    private List<RunFolder> folders() throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(runs)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith("demo-"))
                    .map(RunFolder::new)
                    .filter(folder -> Files.isRegularFile(folder.config()))
                    .sorted(Comparator.comparing(RunFolder::path))
                    .toList();
        }
    }
}
