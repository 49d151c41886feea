package dev.vitrine.experiments.cli;

import dev.vitrine.experiments.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a command line, split into what every command has and what is the command's own.
 *
 * @param command the command's name, or empty
 * @param rest the words that follow it, without the options that every command has
 * @param general the options that every command has, as given
 */
record CommandLine(String command, List<String> rest, Set<String> general) {
    static final String HELP = "--help";
    static final String DEBUG = "--debug";
    static final String VERSION = "--version";

    /** All words after this one are files, even if they begin with a dash. */
    static final String FILES_FOLLOW = "--";

    private static final List<String> GENERAL = List.of(HELP, "-h", DEBUG, VERSION);

    CommandLine {
        rest = List.copyOf(rest);
        general = Set.copyOf(general);
    }

    static boolean asksFor(String option, List<String> words) {
        int end = words.indexOf(FILES_FOLLOW);
        return words.subList(0, end < 0 ? words.size() : end).contains(option);
    }

    static CommandLine split(List<String> words) {
        List<String> own = new ArrayList<>();
        Set<String> general = new HashSet<>();
        boolean filesFollow = false;
        for (String word : words) {
            filesFollow |= word.equals(FILES_FOLLOW);
            if (!filesFollow && GENERAL.contains(word)) {
                general.add(word);
            } else {
                own.add(word);
            }
        }
        if (!own.isEmpty() && own.get(0).equals("help")) {
            own.remove(0);
            general.add(HELP);
        }
        if (own.isEmpty()) {
            return new CommandLine("", own, general);
        }
        return new CommandLine(own.get(0), own.subList(1, own.size()), general);
    }

    boolean asksForHelp() {
        return general.contains(HELP) || general.contains("-h");
    }

    boolean asksForVersion() {
        return general.contains(VERSION);
    }

    /** Where the command is a heading and the next word is none of its options, this word belongs to the name. */
    CommandLine below(Command heading) {
        boolean named = !rest.isEmpty() && !rest.get(0).startsWith("-");
        return heading.parts().isEmpty() || !named
                ? this
                : new CommandLine(command + " " + rest.get(0), rest.subList(1, rest.size()), general);
    }

    /** The command with this name. */
    Command find(List<Command> commands) {
        return commands.stream()
                .filter(c -> c.name().equals(command))
                .findFirst()
                .orElseThrow(() -> unknown(commands));
    }

    private UserError unknown(List<Command> commands) {
        boolean option = command.startsWith("-");
        List<String> known =
                option ? GENERAL : commands.stream().map(Command::name).toList();
        int blank = command.indexOf(' ');
        String heading = blank < 0 ? "" : command.substring(0, blank + 1);
        return new UserError("unknown %s %s%s; see vitrine %s--help"
                .formatted(option ? "option" : "command", command, Nearest.suggestion(command, known), heading));
    }
}
