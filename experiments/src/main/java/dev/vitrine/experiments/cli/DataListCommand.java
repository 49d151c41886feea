package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameters;
import dev.vitrine.audio.fetch.PublicSet;
import dev.vitrine.audio.fetch.PublicSets;
import java.util.List;

/** {@code vitrine data list}: the public sets. */
@Parameters(commandDescription = "List the public data sets, their sizes and licences.")
final class DataListCommand implements Command {
    @Override
    public String name() {
        return "data list";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("", "All sets."));
    }

    @Override
    public void run(Console console, StopSignal stop) {
        for (PublicSet set : PublicSets.all()) {
            String size = set.files().isEmpty() ? "-" : ByteCount.words(set.about());
            console.say(Wrapped.of("%-22s %8s  ".formatted(set.name(), size), set.contents()));
            console.say(Wrapped.of(" ".repeat(33), "Licence: " + set.licence().words()));
        }
    }
}
