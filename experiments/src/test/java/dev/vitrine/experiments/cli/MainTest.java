package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    private final Streams streams = new Streams();

    private int play(PlayCommand.Ending ending, String... words) {
        return streams.run(List.of(new PlayCommand(ending)), words);
    }

    private void assertComplaint(int exitCode, int expectedCode, String expectedLine) {
        assertThat(streams.err()).isEqualTo(expectedLine + System.lineSeparator());
        assertThat(streams.out()).isEmpty();
        assertThat(exitCode).isEqualTo(expectedCode);
    }

    @Test
    void goodEndIsZeroAndWritesResultsOnly() {
        int code = play((console, stop) -> console.say("cat"), "play");
        assertThat(code).isZero();
        assertThat(streams.out()).isEqualTo("cat" + System.lineSeparator());
        assertThat(streams.err()).isEmpty();
    }

    @Test
    void userErrorIsOneLineAndTwo() {
        assertComplaint(
                play(
                        (console, stop) -> {
                            throw new UserError("no such folder: cats");
                        },
                        "play"),
                2,
                "vitrine: no such folder: cats");
    }

    @Test
    void failureIsOneLineAndOne() {
        assertComplaint(
                play(
                        (console, stop) -> {
                            throw new RunFailure("the kernel gave 3, expected 4");
                        },
                        "play"),
                1,
                "vitrine: the kernel gave 3, expected 4");
    }

    @Test
    void readersProblemIsTwo() {
        assertComplaint(
                play(
                        (console, stop) -> {
                            throw new IOException("cat.wav: not a sound file");
                        },
                        "play"),
                2,
                "vitrine: cat.wav: not a sound file");
    }

    @Test
    void barePathsOfTheJdkGetWords() {
        assertComplaint(
                play(
                        (console, stop) -> {
                            throw new NoSuchFileException("cat.wav");
                        },
                        "play"),
                2,
                "vitrine: no such file or folder: cat.wav");
    }

    @Test
    void wrappedProblemOfAStreamIsUnwrapped() {
        assertComplaint(
                play(
                        (console, stop) -> {
                            throw new UncheckedIOException(new AccessDeniedException("cat.wav"));
                        },
                        "play"),
                2,
                "vitrine: permission denied: cat.wav");
    }

    @Test
    void unexpectedProblemIsOneAndPointsToDebug() {
        assertComplaint(
                play(
                        (console, stop) -> {
                            throw new IllegalStateException("axis 3");
                        },
                        "play"),
                1,
                "vitrine: internal error: IllegalStateException: axis 3; run it again with --debug to see where");
    }

    @Test
    void outOfMemoryTellsHowToAllowMore() {
        int code = play(
                (console, stop) -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                "play");
        assertThat(streams.err())
                .matches("vitrine: out of memory \\(the limit is \\d+ MB\\); allow more with VITRINE_OPTS=-Xmx4g\\R");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void stackTraceOnlyWithDebug() {
        int code = play(
                (console, stop) -> {
                    throw new UserError("no such folder: cats");
                },
                "play",
                "--debug");
        assertThat(streams.err())
                .startsWith("vitrine: no such folder: cats" + System.lineSeparator())
                .contains("\tat dev.vitrine.experiments.cli.MainTest");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void fileNameCannotWriteToTheTerminal() {
        assertComplaint(
                play(
                        (console, stop) -> {
                            throw new UserError("no such file: a\n\u001b[2Jb");
                        },
                        "play"),
                2,
                "vitrine: no such file: a ?[2Jb");
    }

    @Test
    void stoppedRunIs130() {
        int code = play((console, stop) -> stop.requestAndWait(console, Duration.ZERO), "play");
        assertThat(code).isEqualTo(130);
    }

    @Test
    void unknownCommandSuggestsTheNearest() {
        assertComplaint(
                play((console, stop) -> {}, "paly"),
                2,
                "vitrine: unknown command paly (did you mean play?); see vitrine --help");
    }

    @Test
    void unknownCommandThatIsNearNothing() {
        assertComplaint(
                play((console, stop) -> {}, "xylophone"), 2, "vitrine: unknown command xylophone; see vitrine --help");
    }

    @Test
    void unknownGeneralOption() {
        assertComplaint(
                play((console, stop) -> {}, "--hlep"),
                2,
                "vitrine: unknown option --hlep (did you mean --help?); see vitrine --help");
    }

    @Test
    void nothingAskedForIsWrongUseAndShowsTheOverview() {
        int code = play((console, stop) -> {});
        assertThat(code).isEqualTo(2);
        assertThat(streams.out()).isEmpty();
        assertThat(streams.err()).contains("Usage: vitrine COMMAND [options]", "  play  Play clips for the tests.");
    }

    @Test
    void helpIsAResult() {
        assertThat(play((console, stop) -> {}, "--help")).isZero();
        assertThat(streams.out()).contains("  play  Play clips for the tests.");
        assertThat(streams.err()).isEmpty();
    }

    @Test
    void helpOfACommandDoesNotRunIt() {
        PlayCommand.Ending never = (console, stop) -> {
            throw new AssertionError("ran");
        };
        assertThat(play(never, "play", "--times", "x", "-h")).isZero();
        assertThat(play(never, "help", "play")).isZero();
        assertThat(streams.out()).contains("Usage: vitrine play [options] CLIP...");
    }

    @Test
    void afterTwoDashesHelpIsAFile() {
        PlayCommand command = new PlayCommand();
        assertThat(streams.run(List.of(command), "play", "--", "--help")).isZero();
        assertThat(command.clips).containsExactly("--help");
    }

    @Test
    void versionNamesTheBuildAndTheJava() {
        assertThat(play((console, stop) -> {}, "--version")).isZero();
        assertThat(streams.out()).matches("vitrine \\d+\\.\\d+\\.\\d+ \\(Java .+, .+\\)\\R");
    }

    @Test
    void optionsReachTheCommand() {
        PlayCommand command = new PlayCommand();
        int code =
                streams.run(List.of(command), "play", "--data=my clips", "-t", "7", "@cat.wav", "--loud", "my dog.wav");
        assertThat(streams.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(command.data).isEqualTo(Path.of("my clips"));
        assertThat(command.times).isEqualTo(7);
        assertThat(command.loud).isTrue();
        assertThat(command.clips).containsExactly("@cat.wav", "my dog.wav");
    }

    @Test
    void unknownOptionSuggestsTheNearest() {
        assertComplaint(
                play((console, stop) -> {}, "play", "--dta", "x"),
                2,
                "vitrine: unknown option --dta (did you mean --data?); see vitrine play --help");
    }

    @Test
    void optionWithoutItsValue() {
        assertComplaint(
                play((console, stop) -> {}, "play", "--data", "--loud"),
                2,
                "vitrine: option --data needs a value, DIR; see vitrine play --help");
    }

    @Test
    void switchWithAValue() {
        assertComplaint(
                play((console, stop) -> {}, "play", "--loud=yes"),
                2,
                "vitrine: option --loud takes no value; see vitrine play --help");
    }

    @Test
    void valueThatIsNoNumber() {
        assertComplaint(
                play((console, stop) -> {}, "play", "--times", "ten"),
                2,
                "vitrine: --times: couldn't convert \"ten\" to an integer; see vitrine play --help");
    }

    @Test
    void negativeNumberIsAValue() {
        PlayCommand command = new PlayCommand();
        assertThat(streams.run(List.of(command), "play", "--times", "-1")).isZero();
        assertThat(command.times).isEqualTo(-1);
    }

    @Test
    void optionGivenTwice() {
        assertComplaint(
                play((console, stop) -> {}, "play", "--times", "1", "--times", "2"),
                2,
                "vitrine: Can only specify option --times once.; see vitrine play --help");
    }

    @Test
    void wordThatACommandHasNoUseFor() {
        assertComplaint(
                streams.run(List.of(new RunsCommand()), "runs", "extra"),
                2,
                "vitrine: unexpected word extra; see vitrine runs --help");
    }
}
