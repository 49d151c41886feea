/**
 * The command line: the commands, their options and help, the progress bar and Ctrl-C.
 *
 * <p>Begin at {@link dev.vitrine.experiments.cli.Main}. One class is one command: its fields are its
 * options (JCommander fills them in), its {@code run} does the work by calling a recipe or a report.
 * To add a command, write the class and add it to {@code Main.everyCommand}.
 *
 * <p>This room may depend on every other; no other may depend on it. JCommander and the progress bar
 * library are known here only.
 */
@NullMarked
package dev.vitrine.experiments.cli;

import org.jspecify.annotations.NullMarked;
