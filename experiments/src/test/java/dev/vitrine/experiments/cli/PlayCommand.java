package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that the tests play with: it has an option of each kind, and ends as it is told. */
@Parameters(commandDescription = "Play clips for the tests.")
final class PlayCommand implements Command {
    @Parameter(names = "--data", placeholder = "DIR", description = "Where the clips are; none: they are made up.")
    @Nullable
    Path data;

    @Parameter(
            names = {"--times", "-t"},
            placeholder = "N",
            description = "How many times each of the clips that are named on the command line is played.")
    int times = 3;

    @Parameter(names = "--loud", description = "Play it loud.")
    boolean loud;

    @Parameter(placeholder = "CLIP...", description = "The clips to play.")
    List<String> clips = new ArrayList<>();

    private final Ending ending;

    PlayCommand() {
        this((console, stop) -> {});
    }

    PlayCommand(Ending ending) {
        this.ending = ending;
    }

    /** What a test wants to happen. */
    interface Ending {
        void happen(Console console, StopSignal stop) throws IOException;
    }

    @Override
    public String name() {
        return "play";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("--times 2 cat.wav", "Play one clip twice."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        ending.happen(console, stop);
    }
}
