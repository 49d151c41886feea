/**
 * Networks that others have trained on a million pictures, and their weights.
 *
 * <p>Begin with {@link dev.vitrine.experiments.pretrained.DarknetTiny} and {@link
 * dev.vitrine.experiments.pretrained.SqueezeNet}, which are made of the engine's layers. {@link
 * dev.vitrine.experiments.pretrained.TfjsWeights} and {@link dev.vitrine.experiments.pretrained.DeepCompression} read the
 * files in which their weights lie, {@link dev.vitrine.experiments.pretrained.Weights} puts arrays into a network.
 *
 * <p>Depends on the engine alone. No weights lie in this repository.
 */
@NullMarked
package dev.vitrine.experiments.pretrained;

import org.jspecify.annotations.NullMarked;
