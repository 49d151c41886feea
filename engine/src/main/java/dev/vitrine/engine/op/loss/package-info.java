/**
 * Losses: how far an output is from its target, as a scalar to walk back from. Begin with
 * {@link dev.vitrine.engine.op.loss.BceWithLogits}; {@link dev.vitrine.engine.op.loss.CrossEntropy} is the one for many
 * classes, {@link dev.vitrine.engine.op.loss.MeanSquaredError} the one for numbers.
 */
@NullMarked
package dev.vitrine.engine.op.loss;

import org.jspecify.annotations.NullMarked;
