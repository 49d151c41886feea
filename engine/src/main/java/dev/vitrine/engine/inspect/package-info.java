/**
 * Looks into a network.
 *
 * <p>{@link dev.vitrine.engine.inspect.Summary} says of every layer its shape, parameters, work and receptive field;
 * {@link dev.vitrine.engine.inspect.Trace} holds every value of one pass by its path.
 *
 * <p>Depends on {@code nn} and what is below it. It watches and changes nothing.
 */
@NullMarked
package dev.vitrine.engine.inspect;

import org.jspecify.annotations.NullMarked;
