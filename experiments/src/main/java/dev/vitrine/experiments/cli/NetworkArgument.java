package dev.vitrine.experiments.cli;

import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.model.NamedNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The network that a command is about, by its name. */
final class NetworkArgument {
    private NetworkArgument() {}

    /** The one network in {@code words}. */
    static NamedNetwork of(String command, List<String> words) {
        if (words.size() == 1) {
            return NamedNetwork.named(words.get(0)).orElseThrow(() -> none(command, words));
        }
        throw none(command, words);
    }

    private static UserError none(String command, List<String> words) {
        String got = words.isEmpty() ? "nothing" : String.join(" ", words);
        return new UserError(command + ": expected one network of " + String.join(", ", names()) + ", got " + got
                + Nearest.suggestion(got, names()));
    }

    /** For the help: the names and what each network looks at. */
    static List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Networks; the name of an experiment alone (" + String.join(", ", experiments())
                + ") means the first of its networks:");
        for (NamedNetwork network : NamedNetwork.values()) {
            notes.add(network.word() + ": " + network.input().meaning());
        }
        return notes;
    }

    private static List<String> names() {
        return Arrays.stream(NamedNetwork.values()).map(NamedNetwork::word).toList();
    }

    private static Set<String> experiments() {
        return Arrays.stream(NamedNetwork.values())
                .map(NamedNetwork::experiment)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
