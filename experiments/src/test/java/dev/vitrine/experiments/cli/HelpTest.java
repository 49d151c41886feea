package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {
    @Test
    void commandHelpShowsArgumentsOptionsDefaultsAndExamples() {
        assertThat(Help.of(new PlayCommand())).isEqualTo("""
                        Play clips for the tests.

                        Usage: vitrine play [options] CLIP...

                        Options:
                          CLIP...        The clips to play.
                          --data DIR     Where the clips are; none: they are made up.
                          --loud         Play it loud.
                          --times, -t N  How many times each of the clips that are named on the command
                                         line is played. Default: 3.
                          --help, -h     Show this help.
                          --debug        When something fails, show Java's stack trace too.

                        Examples:
                          vitrine play --times 2 cat.wav
                              Play one clip twice.""");
    }

    @Test
    void everyHelpFitsEightyColumnsAndHasAnExample() {
        assertThat(Main.everyCommand()).isNotEmpty().allSatisfy(command -> {
            assertThat(command.examples()).isNotEmpty();
            assertThat(Help.of(command).lines()).allMatch(line -> line.length() <= 80);
        });
        assertThat(Help.overview(Main.everyCommand()).lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void overviewListsCommands() {
        assertThat(Help.overview(List.of(new PlayCommand(), new RunsCommand()))).contains("""
                        Commands:
                          play  Play clips for the tests.
                          runs  List the run folders and how far each run came.

                        Options:
                        """);
    }
}
