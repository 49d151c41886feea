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

    private int run() {
        return streams.run(List.of(new PagesCommand()), "pages", "--out", folder.toString());
    }

    @Test
    void drawsIntoAnyFolder() {
        assertThat(run()).isZero();
        assertThat(folder.resolve("conv1d.svg")).content().startsWith("<svg ").contains("<title>");
        assertThat(streams.out()).contains(" files changed in " + folder);
    }

    @Test
    void aPageThatAsksForWhatIsNotThereIsNamed() throws IOException {
        Files.writeString(folder.resolve("foo.md"), "<!-- example gone -->\n```text\n```\n");
        assertThat(run()).isEqualTo(2);
        assertThat(streams.err()).contains("vitrine: pages: foo.md: there is no example gone");
    }
}
