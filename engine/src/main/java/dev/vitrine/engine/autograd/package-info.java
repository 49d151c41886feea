/**
 * Reverse-mode differentiation.
 *
 * <p>Begin with {@link dev.vitrine.engine.autograd.Op}: one application of an operation, forward and backward side by
 * side. {@code Op.apply} records a node; {@code BackwardWalk} goes back through the nodes, latest first.
 * {@link dev.vitrine.engine.autograd.GradientCheck} compares what an op's backward says with what its forward does.
 *
 * <p>Knows tensors and devices, and no particular operation.
 */
@NullMarked
package dev.vitrine.engine.autograd;

import org.jspecify.annotations.NullMarked;
