package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameters;
import dev.vitrine.experiments.UserError;
import java.util.List;
import java.util.stream.Collectors;

/** {@code vitrine data}: the heading of all that is done with data sets. */
@Parameters(commandDescription = "Get, check and rearrange data sets.")
final class DataCommand implements Command {
    @Override
    public String name() {
        return "data";
    }

    @Override
    public List<Command> parts() {
        return List.of(
                new DataListCommand(),
                new DataGetCommand(),
                new DataInfoCommand(),
                new DataCheckCommand(),
                new DataLabelsCommand(),
                new DataSplitCommand(),
                new DataShuffleCommand());
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("list", "The public sets, their sizes and licences."),
                new Example("get esc-50 --to data", "Fetch one of them."),
                new Example("check esc50 --data data/esc-50", "Find what would spoil a result."));
    }

    @Override
    public void run(Console console, StopSignal stop) {
        throw new UserError(
                parts().stream().map(Command::name).collect(Collectors.joining(", ", "data: say one of: ", ""))
                        + "; see vitrine data --help");
    }
}
