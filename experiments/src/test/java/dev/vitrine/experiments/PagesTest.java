package dev.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("vitrine.root")));

    @TempDir
    Path folder;

    @Test
    void linksAndExcerptsAreTrue() throws IOException {
        List<String> faults = new ArrayList<>();
        long excerpts = 0;
        for (Path page : Pages.of(ROOT)) {
            faults.addAll(Pages.faults(ROOT, page));
            excerpts += Pages.excerpts(page);
        }
        assertThat(faults).isEmpty();
        assertThat(excerpts).isPositive();
        assertThat(Pages.of(ROOT)).contains(ROOT.resolve("README.md"), ROOT.resolve("docs/README.md"));
    }

    private List<String> faultsOf(String text) throws IOException {
        Files.writeString(folder.resolve("loop.cl"), "for (;;) {\n    first();\n    second();\n    third();\n}\n");
        return Pages.faults(folder, Files.writeString(folder.resolve("page.md"), text));
    }

    @Test
    void brokenLinkIsFound() throws IOException {
        assertThat(faultsOf("[a](loop.cl) [b](loop.cl#part) [c](https://example.org/x)"))
                .isEmpty();
        assertThat(faultsOf("[a](no/loop.cl)")).containsExactly("page.md: there is no no/loop.cl");
    }

    @Test
    void excerptMayLeaveOutIndentationAndWhatDotsStandFor() throws IOException {
        assertThat(faultsOf("<!-- from loop.cl -->\n```c\nfirst();\nsecond();\n```\n"))
                .isEmpty();
        assertThat(faultsOf("<!-- from loop.cl -->\n```c\nfor (;;) {\n    ...\n    third();\n```\n"))
                .isEmpty();
    }

    @Test
    void untrueExcerptIsFound() throws IOException {
        assertThat(faultsOf("<!-- from loop.cl -->\n```c\nfirst();\nthird();\n```\n"))
                .containsExactly("page.md: not in loop.cl: first();");
        assertThat(faultsOf("<!-- from loop.cl -->\n```c\nthird();\n...\nfirst();\n```\n"))
                .containsExactly("page.md: not in loop.cl: first();");
        assertThat(faultsOf("<!-- from gone.cl -->\n```c\nfirst();\n```\n"))
                .containsExactly("page.md: not in gone.cl: the file itself");
    }
}
