/**
 * Checks the gradient of every operation on the user's own machine.
 *
 * <p>Begin at {@link dev.vitrine.experiments.gradcheck.Cases}: a few small uses of each operation. The check itself is
 * the engine's {@link dev.vitrine.engine.autograd.GradientCheck}, which students use for operations of their own.
 */
@NullMarked
package dev.vitrine.experiments.gradcheck;

import org.jspecify.annotations.NullMarked;
