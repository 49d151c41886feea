package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.tfrecord.RecordFile;
import dev.vitrine.audio.tfrecord.RecordShuffle;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vitrine data shuffle-tfrecord}: all records in random order. */
@Parameters(commandDescription = "Shuffle TFRecord files that may be larger than memory.")
final class DataShuffleCommand implements Command {
    private static final int MEBIBYTE = 20;

    @Parameter(placeholder = "FILE", description = "TFRecord files or folders of them; put together.")
    private List<Path> files = new ArrayList<>();

    @Parameter(names = "--out", placeholder = "FILE", description = "The new file.", required = true)
    private @Nullable Path out;

    @Parameter(names = "--memory", placeholder = "MIB", description = "Mebibytes of records in memory at a time.")
    private int memory = 256;

    @Parameter(names = "--seed", placeholder = "N", description = "Equal seeds give equal orders.")
    private long seed = 1;

    @Override
    public String name() {
        return "data shuffle-tfrecord";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example(
                "nsynth.tfrecord --out shuffled.tfrecord",
                "Every record once, in random order; counts and checksums are compared."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Each record is thrown into one of several piles on the disk at random; then each pile is shuffled"
                        + " in memory (Rao 1961). Beside --out there must be room for the input twice.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (files.isEmpty() || out == null) {
            throw new UserError("data shuffle-tfrecord: expected at least one file");
        }
        if (memory < 1 || memory > 1 << 20) {
            throw new UserError("--memory must be from 1 to 1048576, got " + memory);
        }
        List<Path> shards = new ArrayList<>();
        for (Path file : files) {
            shards.addAll(RecordFile.shards(file));
        }
        long records;
        try (Mebibytes progress = new Mebibytes(console, RecordShuffle.work(shards))) {
            records = RecordShuffle.shuffle(shards, out, (long) memory << MEBIBYTE, seed, progress);
        }
        console.say("%d records of %d files in %s, in random order (seed %d), read again and compared"
                .formatted(records, shards.size(), out, seed));
    }
}
