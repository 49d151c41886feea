package dev.vitrine.experiments.cli;

import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.RunFolder;
import java.nio.file.Path;
import java.util.List;

/** The run folder that comes first on a command line. */
final class RunArgument {
    private RunArgument() {}

    static RunFolder first(String command, List<String> words) {
        if (words.isEmpty()) {
            throw new UserError("%s: expected a run folder; vitrine runs lists them".formatted(command));
        }
        return RunFolder.open(Path.of(words.get(0)));
    }

    /** Says that nothing may follow the run folder. */
    static RunFolder only(String command, List<String> words) {
        RunFolder folder = first(command, words);
        if (words.size() > 1) {
            throw new UserError("%s: expected one run folder, got also %s".formatted(command, words.get(1)));
        }
        return folder;
    }
}
