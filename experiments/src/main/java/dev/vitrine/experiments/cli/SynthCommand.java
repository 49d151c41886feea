package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.DataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vitrine synth}: writes the sounds that the program makes itself. */
@Parameters(commandDescription = "Write the sounds that the program makes itself as WAV files.")
final class SynthCommand implements Command {
    @Parameter(placeholder = "EXPERIMENT", description = "cats-dogs")
    private List<String> experiment = new ArrayList<>();

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
        return List.of(new Example("cats-dogs --out sounds", "Ten meows and ten barks to listen to."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (!experiment.equals(List.of("cats-dogs"))) {
            throw new UserError("synth: expected the experiment cats-dogs, got "
                    + (experiment.isEmpty() ? "nothing" : String.join(" ", experiment)));
        }
        if (out == null || clips < 1 || clips > 10_000) {
            throw new UserError("--clips must be from 1 to 10000, got " + clips);
        }
        ClipSet set = ClipLoading.load(DataSource.synthesised(clips, seed), Strictness.STRICT, console);
        Files.createDirectories(out);
        for (Clip clip : set.clips()) {
            WavWriter.write(out.resolve(clip.name()), clip.sound());
        }
        console.say(set.clips().size() + " WAV files in " + out);
    }
}
