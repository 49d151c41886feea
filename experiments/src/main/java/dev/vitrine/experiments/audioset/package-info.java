/**
 * One sound among all others, and how small a network may be that finds it: networks on the embeddings of AudioSet, trained
 * anew for each sound.
 *
 * <p>Begin with {@link dev.vitrine.experiments.audioset.AudiosetExperiment}: what it learns from and by which network; {@link
 * dev.vitrine.experiments.audioset.HowSmall} sets the sizes beside the linear model. How a network is trained and judged is
 * the {@linkplain dev.vitrine.experiments.recipe recipe} that all experiments share.
 *
 * <p>May depend on {@code recipe}, {@code model}, {@code report}, the engine and audio; only {@code cli} may depend on it.
 */
@NullMarked
package dev.vitrine.experiments.audioset;

import org.jspecify.annotations.NullMarked;
