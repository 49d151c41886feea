/**
 * Looks into a network.
 *
 * <p>{@link dev.vitrine.engine.inspect.Summary} says of every layer its shape, parameters, work and receptive field;
 * {@link dev.vitrine.engine.inspect.Trace} holds every value of one pass by its path, {@link
 * dev.vitrine.engine.inspect.TrainingTrace} those of some training steps with all gradients.
 *
 * <p>Depends on {@code nn}, {@code train} and what is below them. It watches; it changes what training changes.
 */
@NullMarked
package dev.vitrine.engine.inspect;

import org.jspecify.annotations.NullMarked;
