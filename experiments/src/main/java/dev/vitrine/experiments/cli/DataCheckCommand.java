package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.datacheck.BatchOrder;
import dev.vitrine.experiments.datacheck.CheckOptions;
import dev.vitrine.experiments.datacheck.CheckReport;
import dev.vitrine.experiments.datacheck.DataCheck;
import dev.vitrine.experiments.datacheck.Parting;
import dev.vitrine.experiments.dataset.KnownSet;
import dev.vitrine.experiments.dataset.SplitKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code vitrine data check}: what in a set would spoil a result. */
@Parameters(commandDescription = "Find what would spoil a result: copies, leaks, silence, clipping and more.")
final class DataCheckCommand implements Command {
    private static final String PAGE = "check.txt";

    @Parameter(placeholder = "SET", description = "The kind of set, as in the notes.")
    private List<String> sets = new ArrayList<>();

    @Parameter(names = "--data", placeholder = "PATH", description = "The set's folder or file; made-up data without.")
    private @Nullable Path data;

    @Parameter(
            names = "--split",
            placeholder = "KIND",
            description = "How it will be split: group, official, random or scikit-learn.")
    private @Nullable String split;

    @Parameter(names = "--folds", placeholder = "K", description = "Parts of a split; one of them tests.")
    private int folds = 5;

    @Parameter(names = "--seed", placeholder = "N", description = "Seed of the split and the shuffle.")
    private long seed = 1;

    @Parameter(
            names = "--order",
            placeholder = "ORDER",
            description = "How items come to the network: shuffled, stored, interleaved or buffered.")
    private String order = "shuffled";

    @Parameter(names = "--batch", placeholder = "N", description = "Items of a batch.")
    private int batch = 32;

    @Parameter(names = "--buffer", placeholder = "N", description = "Elements of the buffer, for --order buffered.")
    private int buffer = 1000;

    @Parameter(names = "--window", placeholder = "N", description = "Samples that the network sees at once; 0 for all.")
    private int window;

    @Parameter(names = "--n-fft", placeholder = "N", description = "Samples of a frame of the features.")
    private int fftSize = 2048;

    @Parameter(names = "--json", placeholder = "FILE", description = "Write the findings for other programs, too.")
    private @Nullable Path json;

    @Parameter(names = "--out", placeholder = "DIR", description = "Write the page and its charts, too.")
    private @Nullable Path out;

    @Override
    public String name() {
        return "data check";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("cats-dogs --data recordings --out checked", "Recordings, with charts of what was found."),
                new Example("esc50 --data ESC-50-master --split random", "What a random split of it would leak."),
                new Example("gtzan --data gtzan --window 10", "Windows of ten samples, where ten seconds were meant."),
                new Example("audioset", "Embeddings that the program makes itself."));
    }

    @Override
    public List<String> notes() {
        return SetChoice.notes();
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        KnownSet kind = SetChoice.kind("data check", sets);
        Optional<SplitKind> wanted = SetChoice.split(split);
        BatchOrder chosen = order();
        if (folds < 2 || folds > 1000) {
            throw new UserError("--folds must be from 2 to 1000, got " + folds);
        }
        ItemSet set = SetChoice.load(kind, data, seed, console);
        List<Parting> partings = Parting.of(set, Optional.ofNullable(data), wanted, folds, seed);
        CheckOptions options = new CheckOptions(partings, chosen, batch, buffer, window, fftSize, seed);
        CheckReport report = SetChoice.watched(console, "items", progress -> DataCheck.of(set, options, progress));
        console.say(report.page().stripTrailing());
        write(report, console);
    }

    private void write(CheckReport report, Console console) throws IOException {
        if (json != null) {
            report.writeJson(json);
            console.warn("findings: " + json);
        }
        if (out != null) {
            report.write(out, PAGE);
            console.warn("page and charts: " + out);
        }
    }

    private BatchOrder order() {
        return BatchOrder.named(order)
                .orElseThrow(() -> new UserError("--order must be one of "
                        + Stream.of(BatchOrder.values()).map(BatchOrder::word).collect(Collectors.joining(", "))
                        + ", got "
                        + order));
    }
}
