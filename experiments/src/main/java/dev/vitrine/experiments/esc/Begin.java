package dev.vitrine.experiments.esc;

import dev.vitrine.engine.io.Checkpoint;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.pretrained.DarknetTiny;
import dev.vitrine.experiments.pretrained.TransferNet;
import dev.vitrine.experiments.pretrained.Weights;
import dev.vitrine.experiments.recipe.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the stages of a network for pictures begin with.
 *
 * @param weights a folder with Darknet Tiny's {@code model.json}, the run folder of a network trained on drawn pictures, or
 *     {@link #SCRATCH}
 * @param frozenEpochs as long as the new head alone learns
 */
public record Begin(String weights, int frozenEpochs) {
    /** Random numbers; then nothing is frozen. */
    public static final String SCRATCH = "none";

    /** From scratch. */
    public static Begin scratch() {
        return new Begin(SCRATCH, 0);
    }

    /**
     * A beginning whose weights are there; those of a finished run need not be any more.
     *
     * @throws UserError if the weights are neither of the three
     */
    public static Begin with(String weights, int frozenEpochs) {
        boolean known = weights.equals(SCRATCH)
                || Files.isRegularFile(Path.of(weights, "model.json"))
                || Files.isRegularFile(new RunFolder(Path.of(weights)).config());
        if (!known) {
            throw new UserError("--weights " + weights
                    + ": expected a folder with model.json of Darknet Tiny, a run of drawn-images, or none");
        }
        if (frozenEpochs < 0) {
            throw new UserError("--frozen must be at least 0, got " + frozenEpochs);
        }
        return new Begin(weights, frozenEpochs);
    }

    void into(Network network) throws IOException {
        if (!weights.equals(SCRATCH)) {
            TransferNet.stagesOf(read(Path.of(weights))).into(network);
        }
    }

    private static Weights read(Path folder) throws IOException {
        RunFolder run = new RunFolder(folder);
        return Files.isRegularFile(run.config())
                ? new Weights(Checkpoint.read(run.checkpoints(), "fold-1-last").arrays())
                : DarknetTiny.read(folder);
    }

    void freeze(Network network, int epoch) {
        if (epoch < frozenEpochs) {
            TransferNet.freezeStages(network);
        } else {
            TransferNet.unfreezeStages(network);
        }
    }
}
