package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code vitrine train}: the heading of all experiments, and the way back into a run. */
@Parameters(commandDescription = "Train a network on recordings, or on sounds that the program makes.")
final class TrainCommand implements Command {
    @Parameter(names = "--resume", placeholder = "RUN", description = "Go on with a run that was stopped or killed.")
    private @Nullable Path resume;

    @Override
    public String name() {
        return "train";
    }

    @Override
    public List<Command> parts() {
        return List.of(
                new TrainAudiosetCommand(),
                new TrainCatsDogsCommand(),
                new TrainMusicSpeechCommand(),
                new TrainNsynthCommand(),
                new TrainEscCommand(),
                new TrainDrawnImagesCommand());
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("cats-dogs --data recordings --folds 5", "Five-fold cross-validation on recordings."),
                new Example("--resume runs/cats-dogs-20260101-120000", "Go on with a run."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (resume == null) {
            throw new UserError(parts().stream()
                    .map(Command::name)
                    .collect(Collectors.joining(", ", "train: say one of: ", "; see vitrine train --help")));
        }
        TrainingRuns.resume(resume, console, stop);
    }
}
