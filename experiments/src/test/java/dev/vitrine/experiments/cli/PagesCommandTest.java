package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesCommandTest {
    private final Streams streams = new Streams();

    @TempDir
    Path folder;

    private int run(Path out) {
        return streams.run(List.of(new PagesCommand()), "pages", "--root", folder.toString(), "--out", out.toString());
    }

    @Test
    void drawsIntoAnyFolder() {
        assertThat(run(folder)).isZero();
        assertThat(folder.resolve("conv1d.svg")).content().startsWith("<svg ").contains("<title>");
        assertThat(streams.out()).contains(" files changed in " + folder);
    }

    @Test
    void aPageThatAsksForWhatIsNotThereIsNamed() throws IOException {
        Files.writeString(folder.resolve("foo.md"), "<!-- example gone -->\n```text\n```\n");
        assertThat(run(folder)).isEqualTo(2);
        assertThat(streams.err()).contains("vitrine: pages: foo.md: there is no example gone");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("foo.md"), "text");
        assertThat(run(file)).isEqualTo(2);
        assertThat(streams.err()).contains("vitrine: pages: --out must be a folder, got the file " + file);
        assertThat(file).hasContent("text");
    }

    @Test
    void aFolderThatIsNoCheckoutIsNamed() throws IOException {
        Files.writeString(folder.resolve("foo.md"), "<!-- from Foo.java#forward -->\n```java\n```\n");
        assertThat(run(folder)).isEqualTo(2);
        assertThat(streams.err()).contains("vitrine: pages: foo.md: there is no file Foo.java below " + folder);
    }
}
