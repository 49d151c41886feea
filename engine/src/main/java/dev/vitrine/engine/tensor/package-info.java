/**
 * Arrays with a shape, a gradient and a memory of how they were made.
 *
 * <p>Begin with {@link dev.vitrine.engine.tensor.Tensor}. {@link dev.vitrine.engine.tensor.Shape} names axes outermost
 * first in the letters used everywhere: N batch, C channels, L length, H height, W width, K kernel.
 * {@link dev.vitrine.engine.tensor.Rng} is the only source of randomness in the engine.
 *
 * <p>This room knows devices (where the numbers are) and nothing of how operations work: an operation tells a tensor its
 * {@link dev.vitrine.engine.tensor.Origin}. {@code Tensor} alone calls operations, one line each, so that calls can be
 * chained. Every other room of the engine may depend on this one but {@code device}.
 */
@NullMarked
package dev.vitrine.engine.tensor;

import org.jspecify.annotations.NullMarked;
