/**
 * What is looked at before training: in seconds, so that a mistake does not cost an hour.
 *
 * <p>Begin at {@link dev.vitrine.experiments.preflight.Preflight}: a list of checks for people, and beside them what was
 * measured, which {@code diagnose} reads later from the run folder. Networks that are tried here are made for the purpose
 * and thrown away, so that training comes to the same bits with a pre-flight and without.
 *
 * <p>Knows the recipe's types alone, no experiment. May depend on {@code recipe}, {@code model}, {@code report} and the
 * engine; {@code diagnosis} and {@code cli} may depend on it.
 */
@NullMarked
package dev.vitrine.experiments.preflight;

import org.jspecify.annotations.NullMarked;
