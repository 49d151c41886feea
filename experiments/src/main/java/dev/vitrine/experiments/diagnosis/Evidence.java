package dev.vitrine.experiments.diagnosis;

import dev.vitrine.engine.io.Checkpoint;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.experiments.preflight.Preflight;
import dev.vitrine.experiments.preflight.Provenance;
import dev.vitrine.experiments.preflight.Relatives;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.Failure;
import dev.vitrine.experiments.recipe.Fold;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run left behind.
 *
 * @param config what it was made from
 * @param results what came of it; empty if it is not done
 * @param metrics of each epoch
 * @param layers what the layers did in each epoch
 * @param batches the classes in each batch
 * @param preflight what was found before training
 * @param provenance what inputs and labels were made of
 * @param failure why training broke off
 * @param weights the last arrays of the first fold, by path; none if no epoch was saved
 */
public record Evidence(
        RunConfig config,
        Optional<Results> results,
        Optional<Columns> metrics,
        Optional<Columns> layers,
        Optional<Columns> batches,
        Optional<Preflight> preflight,
        Optional<Provenance> provenance,
        Optional<Failure> failure,
        Map<String, HostArray> weights) {

    /** Reads a run folder. */
    public static Evidence of(RunFolder folder) throws IOException {
        String first = "fold-1-" + Fold.LAST;
        return new Evidence(
                folder.readConfig(RunConfig.class),
                folder.read(folder.results(), Results.class),
                Columns.read(folder.metrics()),
                Columns.read(folder.layers()),
                Columns.read(folder.batches()),
                folder.read(folder.preflight(), Preflight.class),
                folder.read(folder.provenance(), Provenance.class),
                folder.read(folder.failure(), Failure.class),
                Checkpoint.exists(folder.checkpoints(), first)
                        ? Checkpoint.read(folder.checkpoints(), first).arrays()
                        : Map.of());
    }

    /** The verdicts by the name of the clip. */
    Map<String, ClipVerdict> verdicts() {
        return results.map(Results::verdicts).stream()
                .flatMap(java.util.List::stream)
                .collect(Collectors.toMap(ClipVerdict::clip, verdict -> verdict, (a, b) -> a, LinkedHashMap::new));
    }

    /** Tells which of some clips a clip is a relative of. */
    Relatives relatives(Collection<String> clips) {
        return new Relatives(config.sounds(), preflight.map(Preflight::groups).orElse(Map.of()), clips);
    }

    /** True of a weight that multiplies inputs: not of a bias, and not of a normalisation. */
    boolean isMatrix(String path) {
        HostArray array = weights.get(path);
        return array == null ? path.endsWith("weight") : array.shape().rank() > 1;
    }
}
