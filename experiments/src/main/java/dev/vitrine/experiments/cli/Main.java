package dev.vitrine.experiments.cli;

import com.beust.jcommander.ParameterException;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.List;

/**
 * The program {@code vitrine}.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 wrong use or bad input, 130 stopped by Ctrl-C.
 */
public final class Main {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;
    static final int STOPPED = 130;

    /** The longest that Ctrl-C waits for a checkpoint to be written. */
    private static final Duration CHECKPOINT_TIME = Duration.ofSeconds(60);

    private final List<Command> commands;
    private final Console console;
    private final StopSignal stop;

    Main(List<Command> commands, Console console, StopSignal stop) {
        this.commands = commands;
        this.console = console;
        this.stop = stop;
    }

    /** Every command, in the order of the overview. */
    static List<Command> everyCommand() {
        return List.of(
                new DemoCommand(),
                new TrainCommand(),
                new EvaluateCommand(),
                new PredictCommand(),
                new InspectCommand(),
                new FeaturesCommand(),
                new ParityCommand(),
                new SynthCommand(),
                new DataCommand(),
                new AugmentCommand(),
                new SummaryCommand(),
                new PagesCommand(),
                new TraceCommand(),
                new ShellCommand(),
                new GradcheckCommand(),
                new BenchCommand(),
                new TuneCommand(),
                new DoctorCommand(),
                new RunsCommand(),
                new DiagnoseCommand(),
                new CompareCommand(),
                new ResultsCommand());
    }

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the words that follow {@code vitrine}
     */
    public static void main(String[] args) {
        start(everyCommand(), List.of(args));
    }

    static void start(List<Command> commands, List<String> words) {
        Console console = Console.ofProcess();
        StopSignal stop = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop.requestAndWait(console, CHECKPOINT_TIME)));
        System.exit(new Main(commands, console, stop).run(words));
    }

    /** Runs one command in this process and gives its exit code. */
    int run(List<String> words) {
        boolean debug = CommandLine.asksFor(CommandLine.DEBUG, words);
        try {
            return dispatch(words);
        } catch (RunFailure e) {
            return complain(OneLine.of(e), e, debug, FAILED);
        } catch (UserError | ParameterException | InvalidPathException | UncheckedIOException | IOException e) {
            return complain(OneLine.of(e), e, debug, WRONG_USE);
        } catch (OutOfMemoryError e) {
            return complain(OneLine.ofMemory(Runtime.getRuntime().maxMemory()), e, debug, FAILED);
        } catch (RuntimeException | Error e) {
            String hint = debug ? "" : "; run it again with --debug to see where";
            return complain("internal error: " + OneLine.withType(e) + hint, e, debug, FAILED);
        }
    }

    private int dispatch(List<String> words) throws IOException {
        CommandLine line = CommandLine.split(words);
        if (line.asksForVersion()) {
            console.say(Version.line());
            return OK;
        }
        if (line.command().isEmpty() && line.asksForHelp()) {
            console.say(Help.overview(commands));
            return OK;
        }
        if (line.command().isEmpty()) {
            console.warn(Help.overview(commands));
            return WRONG_USE;
        }
        Command first = line.find(commands);
        CommandLine whole = line.below(first);
        return start(whole, whole.equals(line) ? first : whole.find(first.parts()));
    }

    private int start(CommandLine line, Command command) throws IOException {
        if (line.asksForHelp()) {
            console.say(Help.of(command));
            return OK;
        }
        Options.fill(command, line.rest());
        command.run(console, stop);
        return stop.requested() ? STOPPED : OK;
    }

    private int complain(String line, Throwable problem, boolean debug, int exitCode) {
        console.warn("vitrine: " + line);
        if (debug) {
            console.warn(problem);
        }
        return exitCode;
    }
}
