/**
 * Cats against dogs, the main job: a network of ten convolutions on raw seconds of sound.
 *
 * <p>Begin with {@link dev.vitrine.experiments.catsdogs.CatsDogsExperiment}: what it learns from and by which network;
 * {@link dev.vitrine.experiments.catsdogs.Portrait} draws what the network has learned and what it makes of one clip. How it
 * is trained and judged is the {@linkplain dev.vitrine.experiments.recipe recipe} that all experiments share.
 *
 * <p>May depend on {@code recipe}, {@code model}, {@code report}, the engine and audio; only {@code cli} may depend on it.
 */
@NullMarked
package dev.vitrine.experiments.catsdogs;

import org.jspecify.annotations.NullMarked;
