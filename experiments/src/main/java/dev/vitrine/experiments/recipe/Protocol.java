package dev.vitrine.experiments.recipe;

import dev.vitrine.experiments.UserError;
import java.util.Arrays;
import java.util.Map;

/** How an experiment is measured. */
public enum Protocol {
    /** Relatives stay on one side of a split, and nothing is chosen by the test part. */
    LEAK_FREE("leak-free"),
    /** As it was published, with its faults, so that {@code diagnose} has something to find. */
    ORIGINAL("original");

    /** Its name among the settings of a run. */
    public static final String SETTING = "protocol";

    private final String word;

    Protocol(String word) {
        this.word = word;
    }

    /** The protocol of that name. */
    public static Protocol named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new UserError("--protocol must be leak-free or original, got " + word));
    }

    /** The protocol of a run; older ones knew one only. */
    public static Protocol of(Map<String, String> settings) {
        return named(settings.getOrDefault(SETTING, LEAK_FREE.word));
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return word;
    }
}
