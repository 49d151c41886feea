package dev.vitrine.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpPagesTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("vitrine.root")));
    private static final Path OPS = ROOT.resolve("docs/ops");
    private static final Pattern BLOCK = Pattern.compile("```(java|c)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("\\| in Java \\| in the kernel \\| \\|\\n((?:\\|.*\\n)+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*`) \\| (`.*`) \\|.*$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String SOURCE = "/** Adds one. */\nvoid forward() {\n    add(1);\n}\n";

    @TempDir
    Path folder;

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(OPS)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void pagesAreAsTheProgramMakesThem() throws IOException {
        Map<String, String> wanted = OpPages.of(ROOT, OPS);
        assertThat(wanted).isNotEmpty();
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            assertThat(text(OPS.resolve(file.getKey())))
                    .as("docs/ops/%s; ./vitrine pages renews it", file.getKey())
                    .isEqualTo(file.getValue());
        }
        assertThat(files(".svg"))
                .allSatisfy(
                        svg -> assertThat(wanted).containsKey(svg.getFileName().toString()));
    }

    @Test
    void everyDrawingIsShownWithWordsForThoseWhoCannotSeeIt() throws IOException {
        StringBuilder pages = new StringBuilder();
        for (Path page : files(".md")) {
            pages.append(text(page));
        }
        for (Path svg : files(".svg")) {
            assertThat(pages).containsPattern("!\\[[^\\]]{20,}\\]\\(" + Pattern.quote(svg.getFileName() + "") + "\\)");
        }
    }

    /** In the tables that set Java beside a kernel, each piece of code stands in a block of its language. */
    @Test
    void codeInTablesStandsInTheBlocks() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path page : files(".md")) {
            faults.addAll(faults(page.getFileName() + ": ", text(page)));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void codeThatStandsNowhereIsFound() {
        String page = """
                ```java
                int i = a || b;
                ```
                ```c
                int j;
                ```
                | in Java | in the kernel | |
                |---|---|---|
                | `i = a \\|\\| b` | `int j;` | |
                | `i = 2` | `int k;` | |

                | `other` | `table` |
                """;
        assertThat(faults("", page)).containsExactly("not in java: i = 2", "not in c: int k;");
    }

    private static List<String> faults(String page, String text) {
        List<String> faults = new ArrayList<>();
        for (MatchResult table : TABLE.matcher(text).results().toList()) {
            for (MatchResult row : ROW.matcher(table.group(1)).results().toList()) {
                addFaults(page, row.group(1), "java", text, faults);
                addFaults(page, row.group(2), "c", text, faults);
            }
        }
        return faults;
    }

    private static void addFaults(String page, String cell, String language, String text, List<String> faults) {
        for (MatchResult piece : CODE.matcher(cell).results().toList()) {
            String code = piece.group(1).replace("\\|", "|");
            if (!blocks(text, language).contains(code.replaceAll("\\s+", ""))) {
                faults.add(page + "not in " + language + ": " + code);
            }
        }
    }

    private static String blocks(String text, String language) {
        StringBuilder code = new StringBuilder();
        BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .forEach(block -> code.append(block.group(2).replaceAll("\\s+", "")));
        return code.toString();
    }

    private String renewed(String page) throws IOException {
        Files.writeString(folder.resolve("Foo.java"), SOURCE);
        Files.writeString(folder.resolve("foo.md"), page);
        OpPages.renew(folder, folder);
        return text(folder.resolve("foo.md"));
    }

    @Test
    void staleBlocksAreFilledInAndTheRestStays() throws IOException {
        assertThat(renewed("one\n<!-- from Foo.java#forward -->\n```java\nold\n```\ntwo\n"))
                .isEqualTo("one\n<!-- from Foo.java#forward -->\n```java\n" + SOURCE + "```\ntwo\n");
        assertThat(renewed("<!-- example conv1d -->\n```text\nold\n```\n"))
                .startsWith("<!-- example conv1d -->\n```text\ny = conv1d(")
                .contains("y        [1, 1, 3]     17  14  16\n");
        assertThat(OpPages.renew(folder, folder)).isZero();
        assertThat(folder.resolve("conv1d.svg")).isNotEmptyFile();
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> renewed("<!-- from Foo.java#gone -->\n```java\n```\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("foo.md: Foo.java: there is no gone(...) { ... }");
        assertThatThrownBy(() -> renewed("<!-- from Bar.java#forward -->\n```java\n```\n"))
                .hasMessage("foo.md: there is no file Bar.java below " + folder);
        assertThatThrownBy(() -> renewed("<!-- example gone -->\n```text\n```\n"))
                .hasMessage("foo.md: there is no example gone");
    }
}
