package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.Folds;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.TrainTest;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.dataset.KnownSet;
import dev.vitrine.experiments.dataset.SetSummary;
import dev.vitrine.experiments.dataset.SetSummary.ClassCount;
import dev.vitrine.experiments.dataset.SplitKind;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code vitrine data info}: a look at a data set. */
@Parameters(commandDescription = "Show a data set's classes, groups, folds and lengths.")
final class DataInfoCommand implements Command {
    private static final int CLASSES_SHOWN = 20;

    @Parameter(placeholder = "SET", description = "The kind of set, as in the notes.")
    private List<String> sets = new ArrayList<>();

    @Parameter(names = "--data", placeholder = "PATH", description = "The set's folder or file; made-up data without.")
    private @Nullable Path data;

    @Parameter(
            names = "--split",
            placeholder = "KIND",
            description = "Show how a split falls: group, official, random or scikit-learn.")
    private @Nullable String split;

    @Parameter(names = "--folds", placeholder = "K", description = "Parts of a split; one of them tests.")
    private int folds = 5;

    @Parameter(names = "--seed", placeholder = "N", description = "Seed of the split.")
    private long seed = 1;

    @Override
    public String name() {
        return "data info";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("esc10 --data ESC-50-master", "Ten classes of ESC-50."),
                new Example(
                        "esc50 --data ESC-50-master --split scikit-learn --seed 42",
                        "How many clips a usual random split tests on that share a recording with training."));
    }

    @Override
    public List<String> notes() {
        return SetChoice.notes();
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        KnownSet kind = SetChoice.kind("data info", sets);
        Optional<SplitKind> splitKind = SetChoice.split(split);
        if (folds < 2 || folds > 1000) {
            throw new UserError("--folds must be from 2 to 1000, got " + folds);
        }
        ItemSet set = SetChoice.load(kind, data, seed, console);
        SetSummary summary = SetChoice.watched(console, "items", progress -> SetSummary.of(set, progress));
        console.say(summary.counts());
        console.say(summary.durations());
        console.say(table(summary));
        if (splitKind.isPresent()) {
            say(console, set, splitKind.get());
        }
    }

    private static String table(SetSummary summary) {
        List<List<String>> rows = new ArrayList<>();
        List<ClassCount> shown = summary.classes().stream().limit(CLASSES_SHOWN).toList();
        int items = summary.set().items().size();
        for (ClassCount one : shown) {
            String share = String.format(Locale.ROOT, "%.1f %%", 100.0 * one.items() / items);
            rows.add(List.of(one.name(), "" + one.items(), share, "" + one.groups()));
        }
        int left = summary.classes().size() - shown.size();
        String more = left > 0 ? "and " + left + " rarer classes\n" : "";
        return new TextTable(List.of("class", "items", "share", "groups"), rows).render() + more;
    }

    private void say(Console console, ItemSet set, SplitKind kind) throws IOException {
        if (kind == SplitKind.GROUP) {
            Folds.scarce(set.items(), folds)
                    .forEach(one -> console.warn("warning: " + one.words(set.classes(), folds)));
        }
        int turn = 0;
        for (TrainTest<Item> one : kind.split(set, folds, seed)) {
            console.say("split %s %d: %d to train, %d to test; %s"
                    .formatted(
                            kind.word(), ++turn, one.train().size(), one.test().size(), one.leakage(set.groups())));
        }
    }
}
