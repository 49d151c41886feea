/**
 * Features of many sound files: found, computed in parallel, written, remembered.
 *
 * <p>Begin with {@link dev.vitrine.experiments.features.FeatureBatch}: it takes the files that
 * {@link dev.vitrine.experiments.features.SoundFiles} found and makes each one's outputs as a
 * {@link dev.vitrine.experiments.features.FeaturePlan} says. What was made once is known by the content of the file and
 * the parameters ({@link dev.vitrine.experiments.features.Ledger}). {@link dev.vitrine.experiments.features.LibrosaParity}
 * compares with librosa's own numbers.
 *
 * <p>Depends on the module {@code audio}, on the engine's {@code io} (array files) and on {@code report} (charts).
 */
@NullMarked
package dev.vitrine.experiments.features;

import org.jspecify.annotations.NullMarked;
