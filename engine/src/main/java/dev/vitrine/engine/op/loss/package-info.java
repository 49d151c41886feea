/**
 * Losses: how far an output is from its target, as a scalar to walk back from. Begin with
 * {@link dev.vitrine.engine.op.loss.BceWithLogits}.
 */
@NullMarked
package dev.vitrine.engine.op.loss;

import org.jspecify.annotations.NullMarked;
