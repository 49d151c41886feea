package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthClip;
import dev.vitrine.audio.synth.SynthSet;
import dev.vitrine.engine.io.AtomicFile;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code vitrine synth}: writes the sounds that the program makes itself. */
@Parameters(commandDescription = "Write the sounds that the program makes itself as WAV files.")
final class SynthCommand implements Command {
    private static final String TABLE = "table.csv";

    @Parameter(placeholder = "SET", description = "The name of the set, as in the examples.")
    private List<String> sets = new ArrayList<>();

    @Parameter(names = "--out", placeholder = "DIR", description = "Where the files go.", required = true)
    private @Nullable Path out;

    @Parameter(names = "--clips", placeholder = "N", description = "Clips of each class.")
    private int clips = 10;

    @Parameter(names = "--seed", placeholder = "N", description = "Equal seeds give equal sounds.")
    private long seed = 1;

    @Override
    public String name() {
        return "synth";
    }

    @Override
    public List<Example> examples() {
        return SynthSet.all().stream()
                .map(set -> new Example(
                        set.name() + " --out sounds",
                        "Ten of each class: " + set.contents() + ". " + TABLE + " tells which is what."))
                .toList();
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        SynthSet set = set();
        if (out == null || clips < 1 || clips > 10_000) {
            throw new UserError("--clips must be from 1 to 10000, got " + clips);
        }
        Files.createDirectories(out);
        int classes = set.classes().size();
        int all = clips * classes;
        StringBuilder table = new StringBuilder("path,label,group\n");
        try (Progress progress = console.progress("sounds", all, 0)) {
            for (int i = 0; i < all; i++) {
                SynthClip clip = set.clip(i % classes, i / classes, seed);
                WavWriter.write(out.resolve(clip.name()), new Waveform(clip.samples(), SynthSet.SAMPLE_RATE));
                table.append("%s,%s,%s\n".formatted(clip.name(), set.classes().get(clip.label()), clip.group()));
                progress.at(i + 1, Progress.Measures.NONE);
            }
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(out.resolve(TABLE), stream -> stream.write(bytes));
        console.say("%d WAV files and %s in %s: %s".formatted(all, TABLE, out, set.contents()));
    }

    private SynthSet set() {
        String name = String.join(" ", sets);
        return SynthSet.named(name)
                .orElseThrow(() -> new UserError("synth: expected the set "
                        + SynthSet.all().stream().map(SynthSet::name).collect(Collectors.joining(" or "))
                        + ", got " + (name.isEmpty() ? "nothing" : name)));
    }
}
