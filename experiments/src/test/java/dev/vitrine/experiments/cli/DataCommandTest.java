package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.fetch.PublicSet;
import dev.vitrine.audio.fetch.PublicSets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataCommandTest {
    private final Streams streams = new Streams();

    private int run(String... words) {
        return streams.run(List.of(new DataCommand()), words);
    }

    @Test
    void aloneItAsksForAPart() {
        assertThat(run("data")).isEqualTo(2);
        assertThat(streams.err()).startsWith("vitrine: data: say one of: ").contains("data list");
    }

    @Test
    void helpListsTheParts() {
        assertThat(run("data", "--help")).isZero();
        assertThat(streams.out()).contains("Usage: vitrine data COMMAND [options]", "data list", "vitrine data list");
    }

    @Test
    void helpOfAPart() {
        assertThat(run("help", "data", "list")).isZero();
        assertThat(streams.out()).contains("Usage: vitrine data list [options]");
    }

    @Test
    void everyHelpOfAPartFitsEightyColumnsAndHasAnExample() {
        assertThat(new DataCommand().parts()).allSatisfy(part -> {
            assertThat(part.name()).startsWith("data ");
            assertThat(part.examples()).isNotEmpty();
            assertThat(Help.of(part).lines()).allMatch(line -> line.length() <= 80);
        });
    }

    @Test
    void misspelledPart() {
        assertThat(run("data", "lits")).isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo("vitrine: unknown command data lits (did you mean data list?); see vitrine data --help"
                        + System.lineSeparator());
    }

    @Test
    void optionThatTheHeadingDoesNotHave() {
        assertThat(run("data", "--to", "x")).isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo("vitrine: unknown option --to; see vitrine data --help" + System.lineSeparator());
    }

    @Test
    void listsEverySetWithItsLicence() {
        assertThat(run("data", "list")).isZero();
        assertThat(streams.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(streams.out()).contains("esc-50                   646 MB  2,000 environmental sounds");
        for (PublicSet set : PublicSets.all()) {
            assertThat(streams.out().lines()).anyMatch(line -> line.startsWith(set.name() + " "));
        }
        assertThat(streams.out().lines().filter(line -> line.strip().startsWith("Licence: ")))
                .hasSameSizeAs(PublicSets.all());
    }
}
