package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.audioset.AudioSet;
import dev.vitrine.audio.audioset.ClassLabels;
import dev.vitrine.audio.audioset.Ratings;
import dev.vitrine.audio.audioset.Segments;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.musicspeech.LabelTable;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code vitrine data labels}: which labels of AudioSet are agreed upon. */
@Parameters(commandDescription = "Show which labels of AudioSet listeners agreed with, and which clips that leaves.")
final class DataLabelsCommand implements Command {
    private static final String SEGMENTS = "balanced_train_segments.csv";

    @Parameter(names = "--data", placeholder = "DIR", description = "AudioSet's tables, at any depth.", required = true)
    private @Nullable Path data;

    @Parameter(
            names = "--agreement",
            placeholder = "SHARE",
            description = "The least share of a label's checks that must have found it right.")
    private double agreement = 0.8;

    @Parameter(names = "--rated-only", description = "Leave labels out that nobody checked.")
    private boolean ratedOnly;

    @Parameter(names = "--out", placeholder = "DIR", description = "Write both tables and the charts.")
    private @Nullable Path out;

    @Override
    public String name() {
        return "data labels";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example(
                "--data audioset --agreement 0.8 --out labels",
                "As the experiment on music and speech chose its clips."));
    }

    @Override
    public List<String> notes() {
        return List.of("Wanted are class_labels_indices.csv, qa_true_counts.csv and balanced_train_segments.csv.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (data == null || !Files.isDirectory(data)) {
            throw new UserError("--data: no such folder: " + data);
        }
        if (!(agreement >= 0 && agreement <= 1)) {
            throw new UserError("--agreement must be from 0 to 1, got " + agreement);
        }
        LabelTable table = LabelTable.of(
                ClassLabels.read(AudioSet.table(data, ClassLabels.FILE_NAME)),
                Ratings.read(AudioSet.table(data, Ratings.FILE_NAME)),
                Segments.read(AudioSet.table(data, SEGMENTS)),
                agreement,
                ratedOnly ? Ratings.Unrated.LEFT_OUT : Ratings.Unrated.KEPT);
        console.say(table.words());
        console.say(new TextTable(
                        List.of("frequent labels", "clips", "rated", "agreement", ""),
                        table.mostFrequent().stream()
                                .map(DataLabelsCommand::cells)
                                .toList())
                .render());
        if (out != null) {
            Files.createDirectories(out);
            table.write(out);
            console.warn("tables and charts: " + out);
        }
    }

    private static List<String> cells(LabelTable.Row row) {
        return List.of(
                row.name(),
                String.format(Locale.ROOT, "%,d", row.clips()),
                String.valueOf(row.rating().rated()),
                row.rating().rated() == 0
                        ? "-"
                        : String.format(
                                Locale.ROOT, "%.0f %%", 100 * row.rating().agreement()),
                row.kept() ? "kept" : "left out");
    }
}
