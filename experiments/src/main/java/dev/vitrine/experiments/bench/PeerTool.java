package dev.vitrine.experiments.bench;

import dev.vitrine.experiments.UserError;
import java.util.Arrays;

/** A tool that trains the same networks. */
public enum PeerTool {
    /** PyTorch, in an installed Python. */
    TORCH("torch", "PyTorch"),
    /** TensorFlow for Java, fetched by Maven; on a processor. */
    TENSORFLOW("tf", "TensorFlow");

    private final String word;
    private final String title;

    PeerTool(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /**
     * The tool of this name.
     *
     * @throws UserError if there is none
     */
    public static PeerTool named(String word) {
        return Arrays.stream(values())
                .filter(tool -> tool.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new UserError("--compare must be torch, tf or torch,tf, got " + word));
    }

    /** The name on the command line. */
    public String word() {
        return word;
    }

    /** The name in tables. */
    public String title() {
        return title;
    }
}
