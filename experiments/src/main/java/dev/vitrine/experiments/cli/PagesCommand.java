package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.page.OpPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code vitrine pages}: brings the pages of the operations up to date. */
@Parameters(commandDescription = "Draw the operations, and renew code and numbers in their pages.")
final class PagesCommand implements Command {
    @Parameter(names = "--out", placeholder = "DIR", description = "Where the pages lie, or the drawings shall go.")
    private Path out = Path.of("docs", "ops");

    @Parameter(names = "--root", placeholder = "DIR", description = "Where the paths in the pages begin.")
    private Path root = Path.of(".");

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("", "In a checkout: make docs/ops agree with the sources."),
                new Example("--out slides", "Only the drawings (SVG), into a folder of your own."));
    }

    @Override
    public List<String> notes() {
        return List.of("A page is written by hand, but for blocks below <!-- from FILE#METHOD --> and"
                + " <!-- example NAME -->, which this command fills in.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        try {
            console.say("pages: %d files changed in %s".formatted(OpPages.renew(root, out), out));
        } catch (IllegalArgumentException e) {
            throw new UserError("pages: " + e.getMessage(), e);
        }
    }
}
