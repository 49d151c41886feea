package dev.vitrine.experiments.cli;

import dev.vitrine.experiments.UserError;
import java.util.Arrays;

/** Whose set-up an experiment has. */
enum Protocol {
    /** Ours. */
    LEAK_FREE("leak-free"),
    /** The original's, with its faults, to see what they do. */
    ORIGINAL("original");

    private final String word;

    Protocol(String word) {
        this.word = word;
    }

    /** The one that the user typed behind {@code --protocol}. */
    static Protocol of(String typed) {
        return Arrays.stream(values())
                .filter(each -> each.word.equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new UserError("--protocol must be leak-free or original, got " + typed));
    }
}
