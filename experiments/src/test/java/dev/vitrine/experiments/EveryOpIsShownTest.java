package dev.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.experiments.gradcheck.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** One page quotes both its loops and its kernel, and shows a drawing. */
    @Test
    void everyOperationHasAPageWithItsLoopsItsKernelAndADrawing() throws IOException {
        List<String> pages = new ArrayList<>();
        for (Path page : Pages.of(ROOT)) {
            if (page.startsWith(ROOT.resolve("docs/ops"))) {
                pages.add(Files.readString(page));
            }
        }
        assertThat(OpRooms.ops(OPS))
                .isNotEmpty()
                .allSatisfy(op -> assertThat(pages)
                        .anySatisfy(page -> assertThat(page)
                                .contains("<!-- from engine/src/main/java/dev/vitrine/engine/op/" + op + "Java.java#")
                                .containsPattern(kernelOf(op))
                                .containsPattern("!\\[[^\\]]+\\]\\([a-z0-9_-]+\\.svg\\)")));
    }

    /** {@code log_softmax.cl} and {@code layernorm.cl}: the class's name, with or without underscores. */
    private static Pattern kernelOf(String op) {
        String letters = op.substring(op.indexOf('/') + 1).replaceAll("(.)", "_?$1");
        return Pattern.compile("(?i)<!-- from \\S+/op/" + op.substring(0, op.indexOf('/')) + "/" + letters + "\\.cl#");
    }

    @Test
    void mapOfThePagesHasEveryOperation() throws IOException {
        String map = Files.readString(ROOT.resolve("docs/ops/README.md"));
        assertThat(Cases.byOp().keySet())
                .isNotEmpty()
                .allSatisfy(op -> assertThat(map)
                        .containsPattern(
                                "\\| \\[([a-z0-9_]+, )*" + op + "(, [a-z0-9_]+)*\\]\\([a-z0-9_]+\\.md\\) \\|"));
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }
}
