package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.engine.io.AtomicFile;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.features.LibrosaParity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code vitrine parity}: how far the features are from librosa's numbers. */
@Parameters(commandDescription = "Compare the features with librosa's own numbers.")
final class ParityCommand implements Command {
    @Parameter(placeholder = "DIR", description = "A folder of manifest.json, sounds and librosa's arrays.")
    private List<String> folder = new ArrayList<>();

    @Parameter(names = "--out", placeholder = "FILE", description = "A page (Markdown); the terminal if left out.")
    private @Nullable Path out;

    @Override
    public String name() {
        return "parity";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("librosa --out docs/results/librosa-parity.md", "Make the page of worst errors again."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (folder.size() != 1) {
            throw new UserError("parity: expected one folder; see vitrine parity --help");
        }
        LibrosaParity parity = LibrosaParity.of(Path.of(folder.get(0)));
        String page = parity.page();
        if (out == null) {
            console.say(page);
        } else {
            AtomicFile.write(out, file -> file.write(page.getBytes(StandardCharsets.UTF_8)));
            console.say("parity: worst difference %.1e of the largest; table in %s".formatted(parity.worst(), out));
        }
        if (!parity.holds()) {
            throw new RunFailure("parity: a feature is farther from librosa's than asked for; see the table");
        }
    }
}
