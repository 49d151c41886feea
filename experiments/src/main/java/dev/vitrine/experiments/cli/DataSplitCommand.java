package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.NSynth;
import dev.vitrine.audio.tfrecord.ExampleException;
import dev.vitrine.audio.tfrecord.RecordFile;
import dev.vitrine.audio.tfrecord.RecordSplit;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code vitrine data split-tfrecord}: one file for each family. */
@Parameters(commandDescription = "Split a TFRecord file into one for each family or other feature.")
final class DataSplitCommand implements Command {
    private static final String FAMILY = "family";

    @Parameter(placeholder = "FILE", description = "A TFRecord file of tf.Example, as NSynth's.")
    private List<Path> files = new ArrayList<>();

    @Parameter(
            names = "--by",
            placeholder = "FEATURE",
            description = "family (of NSynth's notes), or the name of a feature with one word or number.")
    private String by = FAMILY;

    @Parameter(names = "--out", placeholder = "DIR", description = "Where the new files go.", required = true)
    private @Nullable Path out;

    @Override
    public String name() {
        return "data split-tfrecord";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example(
                "nsynth-train.tfrecord --by family --out shards",
                "Eleven files, nsynth-train-bass.tfrecord and so on; counts and checksums are compared."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (files.size() != 1 || out == null) {
            throw new UserError("data split-tfrecord: expected one file, got " + files.size());
        }
        Path file = files.get(0);
        RecordFile.Parser<String> key = by.equals(FAMILY) ? NSynth::familyOf : this::word;
        Map<String, Long> counts;
        long size = Files.isRegularFile(file) ? Files.size(file) : 0;
        try (Mebibytes progress = new Mebibytes(console, size)) {
            counts = RecordSplit.by(key, file, out, progress);
        }
        counts.forEach((word, count) -> console.say("%-12s %8d records".formatted(word, count)));
        console.say("%d records in %d files in %s, read again and compared"
                .formatted(counts.values().stream().mapToLong(Long::longValue).sum(), counts.size(), out));
    }

    private String word(byte[] record) throws ExampleException {
        return dev.vitrine.audio.tfrecord.Example.parse(record).word(by);
    }
}
