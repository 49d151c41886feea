package dev.vitrine.experiments.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The help texts; no line is longer than 80 columns. */
final class Help {
    private static final List<Entry> GENERAL = List.of(
            new Entry("--help, -h", "Show this help."),
            new Entry("--debug", "When something fails, show Java's stack trace too."));

    private final StringBuilder text = new StringBuilder();

    private Help() {}

    /** One line of a table: a name and what it means. */
    private record Entry(String name, String meaning) {}

    static String overview(List<Command> commands) {
        List<Entry> options = new ArrayList<>(GENERAL);
        options.add(new Entry("--version", "Show the version and the Java that runs it."));
        Help help = new Help();
        help.paragraph("vitrine: a neural-network engine that you can see through.");
        help.paragraph("Usage: vitrine COMMAND [options]");
        help.table(
                "Commands:",
                commands.stream().map(c -> new Entry(c.name(), describe(c))).toList());
        help.table("Options:", options);
        help.examples(commands.stream().limit(1).toList());
        help.text.append("\nvitrine COMMAND --help tells more about a command.");
        return help.text.toString();
    }

    static String of(Command command) {
        JCommander parser = Options.parserOf(command);
        Optional<ParameterDescription> files = Optional.ofNullable(parser.getMainParameterValue());
        List<Entry> options = new ArrayList<>();
        files.ifPresent(f -> options.add(new Entry(f.getParameter().placeholder(), f.getDescription())));
        parser.getParameters().stream()
                .sorted(parser.getParameterDescriptionComparator())
                .filter(o -> !o.getParameter().hidden())
                .forEach(o -> options.add(entry(o)));
        options.addAll(GENERAL);
        Help help = new Help();
        help.paragraph(describe(command));
        String part = command.parts().isEmpty() ? "" : " COMMAND";
        help.paragraph("Usage: vitrine " + command.name() + part + " [options]"
                + files.map(f -> " " + f.getParameter().placeholder()).orElse(""));
        help.table(
                "Commands:",
                command.parts().stream()
                        .map(c -> new Entry(c.name(), describe(c)))
                        .toList());
        help.table("Options:", options);
        help.examples(List.of(command));
        help.notes(command.notes());
        return help.text.toString().stripTrailing();
    }

    private static String describe(Command command) {
        return Objects.requireNonNull(command.getClass().getAnnotation(Parameters.class), command.name())
                .commandDescription();
    }

    private static Entry entry(ParameterDescription option) {
        String names = String.join(", ", option.getParameter().names());
        if (Options.isSwitch(option)) {
            return new Entry(names, option.getDescription());
        }
        Object value = option.getDefault();
        boolean shown = value != null && !(value instanceof Collection<?> c && c.isEmpty());
        return new Entry(
                names + " " + option.getParameter().placeholder(),
                option.getDescription() + (shown ? " Default: " + value + "." : ""));
    }

    private void paragraph(String line) {
        wrap("", line);
        text.append('\n');
    }

    private void table(String title, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        text.append(title).append('\n');
        int names = entries.stream().mapToInt(e -> e.name().length()).max().orElse(0);
        for (Entry entry : entries) {
            wrap("  " + entry.name() + " ".repeat(names - entry.name().length() + 2), entry.meaning());
        }
        text.append('\n');
    }

    private void examples(List<Command> commands) {
        text.append("Examples:\n");
        for (Command command : commands) {
            for (Command.Example example : command.examples()) {
                text.append("  vitrine ").append((command.name() + " " + example.arguments()).strip());
                text.append('\n');
                wrap("      ", example.meaning());
            }
        }
    }

    private void notes(List<String> notes) {
        if (!notes.isEmpty()) {
            text.append("\nNotes:\n");
            notes.forEach(note -> wrap("  ", note));
        }
    }

    private void wrap(String start, String words) {
        text.append(Wrapped.of(start, words)).append('\n');
    }
}
