/**
 * The data sets by the names that the command line knows, and what a look at one shows.
 *
 * <p>Begin with {@link dev.vitrine.experiments.dataset.KnownSet}, which reads any of them into an {@code ItemSet}.
 * {@link dev.vitrine.experiments.dataset.SetSummary} counts it and {@link dev.vitrine.experiments.dataset.SplitKind} splits
 * it.
 *
 * <p>Depends on the audio module's rooms {@code dataset} and {@code audioset}.
 */
@NullMarked
package dev.vitrine.experiments.dataset;

import org.jspecify.annotations.NullMarked;
