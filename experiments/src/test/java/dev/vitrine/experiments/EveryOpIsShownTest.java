package dev.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.experiments.gradcheck.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An operation that cannot be reached from the shell, or whose gradient the user cannot check, is half there. */
class EveryOpIsShownTest {
    private static final Path ROOT = Path.of(System.getProperty("vitrine.root"));
    private static final Path OPS = ROOT.resolve("engine/src/main/java/dev/vitrine/engine/op");
    private static final Pattern NAME = Pattern.compile("\"([a-z0-9_]+)\"");

    @Test
    void shellHasEveryOperation() throws IOException {
        String shell =
                Files.readString(ROOT.resolve("experiments/src/main/java/dev/vitrine/experiments/cli/shell.jsh"));
        assertThat(OpRooms.ops(OPS))
                .isNotEmpty()
                .allSatisfy(op -> assertThat(shell)
                        .contains("import static dev.vitrine.engine.op." + op.replace('/', '.') + ".*;"));
    }

    /** One of the names in an operation's source is one that gradcheck knows. */
    @Test
    void gradcheckHasEveryOperation() throws IOException {
        Set<String> known = Cases.byOp().keySet();
        for (String op : OpRooms.ops(OPS)) {
            String source = Files.readString(OPS.resolve(op + ".java"));
            assertThat(NAME.matcher(source).results().map(found -> name(found)))
                    .as("names in %s", op)
                    .anyMatch(known::contains);
        }
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }
}
