/**
 * Families of instruments from spectrograms of single notes, the way it should be done and the way that failed.
 *
 * <p>Begin with {@link dev.vitrine.experiments.nsynth.NsynthExperiment}: what it learns from and by which network; {@link
 * dev.vitrine.experiments.nsynth.ShardOrder} is the order that made the original say bass to everything. How a network is
 * trained and judged is the {@linkplain dev.vitrine.experiments.recipe recipe} that all experiments share.
 *
 * <p>May depend on {@code recipe}, {@code model}, {@code report}, the engine and audio; only {@code cli} may depend on it.
 */
@NullMarked
package dev.vitrine.experiments.nsynth;

import org.jspecify.annotations.NullMarked;
