/**
 * Scores along an axis become probabilities. Begin with {@link dev.vitrine.engine.op.softmax.Softmax}; {@code SoftmaxOp}
 * holds what it shares with {@link dev.vitrine.engine.op.softmax.LogSoftmax}.
 *
 * <p>Depends on {@code autograd}, {@code device} and {@code tensor}, and on no other room.
 */
@NullMarked
package dev.vitrine.engine.op.softmax;

import org.jspecify.annotations.NullMarked;
