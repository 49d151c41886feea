package dev.vitrine.experiments.cli;

import java.io.IOException;
import java.util.List;

/**
 * One command of {@code vitrine}; its annotated fields are its options.
 *
 * <p>{@code @Parameters(commandDescription)} on the class is its line in the overview, and each
 * {@code @Parameter(placeholder, description)} a line of its help. An option that may be left out
 * and has no default is a {@code @Nullable} field.
 */
interface Command {
    /** The word that the user types; for a {@linkplain #parts part}, both words. */
    String name();

    /** Examples for the help; at least one. */
    List<Example> examples();

    /** The commands of which this one is the heading, as {@code data get} of {@code data}; most are none's. */
    default List<Command> parts() {
        return List.of();
    }

    /** What else the help should say, a paragraph each. */
    default List<String> notes() {
        return List.of();
    }

    /**
     * Does the work.
     *
     * @throws dev.vitrine.experiments.UserError if an option or the input is wrong
     * @throws IOException if a file cannot be read or written
     */
    void run(Console console, StopSignal stop) throws IOException;

    /**
     * A use of the command.
     *
     * @param arguments what follows {@code vitrine} and the command's name
     * @param meaning what it does, one line
     */
    record Example(String arguments, String meaning) {}
}
