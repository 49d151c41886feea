/**
 * Training steps that are written down whole.
 *
 * <p>Begin with {@link dev.vitrine.experiments.trace.Tracing}. {@link dev.vitrine.experiments.trace.Update} names the
 * optimisers with their constants.
 *
 * <p>Depends on {@code model} and on the engine; batches are random numbers of the right shapes, so no data is needed.
 */
@NullMarked
package dev.vitrine.experiments.trace;

import org.jspecify.annotations.NullMarked;
