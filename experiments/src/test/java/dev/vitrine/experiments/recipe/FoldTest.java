package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.io.Checkpoint;
import dev.vitrine.engine.io.CheckpointException;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.io.Precision;
import dev.vitrine.experiments.model.CatsDogsNet;
import dev.vitrine.experiments.recipe.Plan.Decay;
import dev.vitrine.experiments.recipe.Plan.Optimization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldTest {
    private static final Plan PLAN = new Plan(1, 1, 2, Optimization.ADAM, 0.001, Decay.CONSTANT, 1, 1);

    @TempDir
    private Path folder;

    /** Files of before optimisers counted each parameter's updates: Adam's bias correction would start anew. */
    @Test
    void checkpointWithoutTheOptimizersStepsIsRefused() throws IOException {
        try (Device device = new JavaDevice()) {
            Fold fold = new Fold(folder, 0, new CatsDogsNet(), PLAN, device);
            fold.save(Fold.LAST);
            Checkpoint whole = Checkpoint.read(folder, "fold-1-last");
            Map<String, HostArray> arrays = new LinkedHashMap<>(whole.arrays());
            arrays.remove("optimizer.steps");
            new Checkpoint(whole.network(), whole.training(), arrays).write(folder, "fold-1-last", Precision.FLOAT64);
            assertThatThrownBy(() -> fold.load(Fold.LAST))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("checkpoint " + folder.resolve("fold-1-last.json")
                            + " is of another network: it has no array"
                            + " optimizer.steps; expected [42]; take a checkpoint of this network");
        }
    }
}
