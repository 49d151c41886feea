package dev.vitrine.experiments.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.ParameterException;
import dev.vitrine.experiments.UserError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills a command's fields from the words that the user typed.
 *
 * <p>JCommander takes the next word for an option's value whatever it looks like, and an unknown
 * option for a file: so the words are checked first, and JCommander converts them.
 */
final class Options {
    private final Command command;
    private final JCommander parser;
    private final Map<String, ParameterDescription> known = new HashMap<>();

    private Options(Command command) {
        this.command = command;
        this.parser = parserOf(command);
        for (ParameterDescription option : parser.getParameters()) {
            for (String name : option.getParameter().names()) {
                known.put(name, option);
            }
        }
    }

    /** A parser for this command alone; a word that begins with {@code @} is just a word. */
    static JCommander parserOf(Command command) {
        JCommander parser =
                JCommander.newBuilder().addObject(command).expandAtSign(false).build();
        parser.createDescriptions();
        return parser;
    }

    static void fill(Command command, List<String> words) {
        Options options = new Options(command);
        List<String> checked = options.checked(words);
        try {
            options.parser.parse(checked.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new UserError(explain(e) + options.seeHelp(), e);
        }
    }

    /** JCommander's message, without its quotes around an option's name. */
    static String explain(ParameterException problem) {
        String message = String.valueOf(problem.getMessage());
        return message.replaceAll("\"(--?[a-z0-9-]+)\"", "$1").replaceAll("\\[(--?[a-z0-9-]+)]", "$1");
    }

    private List<String> checked(List<String> words) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(CommandLine.FILES_FOLLOW)) {
                result.addAll(words.subList(i, words.size()));
                break;
            }
            if (isOption(word)) {
                i += addOption(word, i + 1 < words.size() ? words.get(i + 1) : null, result);
            } else {
                result.add(file(word));
            }
        }
        return result;
    }

    private static boolean isOption(String word) {
        return word.length() > 1 && word.startsWith("-") && !word.matches("-[0-9.].*");
    }

    /** Adds an option and its value, and tells how many words of {@code next} it used. */
    private int addOption(String word, @Nullable String next, List<String> result) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        ParameterDescription option = known.get(name);
        if (option == null) {
            throw new UserError(
                    "unknown option %s%s%s".formatted(name, Nearest.suggestion(name, known.keySet()), seeHelp()));
        }
        result.add(name);
        if (isSwitch(option)) {
            if (equals >= 0) {
                throw new UserError("option %s takes no value%s".formatted(name, seeHelp()));
            }
            return 0;
        }
        if (equals >= 0) {
            result.add(word.substring(equals + 1));
            return 0;
        }
        if (next == null || isOption(next)) {
            throw new UserError("option %s needs a value, %s%s"
                    .formatted(name, option.getParameter().placeholder(), seeHelp()));
        }
        result.add(next);
        return 1;
    }

    private String file(String word) {
        if (parser.getMainParameter() == null) {
            throw new UserError("unexpected word %s%s".formatted(word, seeHelp()));
        }
        return word;
    }

    static boolean isSwitch(ParameterDescription option) {
        return option.getParameterized().getType() == boolean.class;
    }

    private String seeHelp() {
        return "; see vitrine " + command.name() + " --help";
    }
}
