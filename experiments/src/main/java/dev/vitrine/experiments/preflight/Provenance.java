package dev.vitrine.experiments.preflight;

import dev.vitrine.experiments.recipe.Hearing;
import dev.vitrine.experiments.recipe.LabelColumn;
import dev.vitrine.experiments.recipe.Material;
import java.util.List;
import java.util.Optional;

/**
 * What inputs and labels were made of.
 *
 * @param hearing how much of a sound an input stands for
 * @param columns the labels of each question that may be asked of the clips; none where there is but one
 */
public record Provenance(Hearing hearing, List<LabelColumn> columns) {
    /** Copies the list. */
    public Provenance {
        columns = List.copyOf(columns);
    }

    /** Of what a network is to learn from. */
    public static Provenance of(Material material) {
        return new Provenance(material.hearing(), material.columns());
    }

    /**
     * Two questions that are taught by the same labels, though the data answer them differently.
     *
     * @param first whose labels they are, or the first of the two
     * @param second the other
     */
    public record Shared(LabelColumn first, LabelColumn second) {}

    /** The first two such questions. */
    public Optional<Shared> sharedLabels() {
        for (LabelColumn first : columns) {
            for (LabelColumn second : columns.subList(columns.indexOf(first) + 1, columns.size())) {
                if (first.servesFor(second)) {
                    return Optional.of(new Shared(first, second));
                }
            }
        }
        return Optional.empty();
    }
}
