/**
 * Functions of two arrays, element by element, with NumPy's broadcasting. Begin with
 * {@link dev.vitrine.engine.op.arithmetic.Mul}.
 *
 * <p>{@code BinaryOp} holds what they share: an op of this room says its name and brings three one-line loops, forward
 * and the gradient of either argument, each in Java and as a kernel. Where an argument repeats, its gradient is the sum
 * over the repetitions; {@link dev.vitrine.engine.op.arithmetic.BroadcastTo} takes that sum.
 * {@link dev.vitrine.engine.op.arithmetic.Matmul} lives here too, because its batches broadcast by the same rules.
 *
 * <p>Depends on {@code autograd}, {@code device}, {@code tensor} and {@code op.Broadcast}, and on no other room.
 */
@NullMarked
package dev.vitrine.engine.op.arithmetic;

import org.jspecify.annotations.NullMarked;
