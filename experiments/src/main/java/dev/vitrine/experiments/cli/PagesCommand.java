package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.page.OpPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vitrine pages}: brings the pages of the operations up to date. */
@Parameters(commandDescription = "Draw the operations, and renew code and numbers in their pages.")
final class PagesCommand implements Command {
    @Parameter(names = "--out", placeholder = "DIR", description = "Where the pages lie, or the drawings shall go.")
    private Path out = Path.of("docs", "ops");

    @Parameter(
            names = "--root",
            placeholder = "DIR",
            description = "Where the paths in the pages begin; the working folder if left out.")
    private @Nullable Path root;

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
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new UserError("pages: --out must be a folder, got the file " + out);
        }
        try {
            int changed = OpPages.renew(root == null ? Path.of("") : root, out);
            console.say("pages: %d files changed in %s".formatted(changed, out));
        } catch (IllegalArgumentException e) {
            throw new UserError("pages: " + e.getMessage(), e);
        }
    }
}
