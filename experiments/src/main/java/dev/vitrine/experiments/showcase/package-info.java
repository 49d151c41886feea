/**
 * A trained network in a glass case: every layer's answer to one clip, its filters, its numbers, for any experiment.
 *
 * <p>Begin at {@link dev.vitrine.experiments.showcase.Showcase}. {@link dev.vitrine.experiments.showcase.Layers} finds out
 * which values of a trace belong to which layer; the other classes draw one kind of picture each. Charts of one layer share
 * one scale.
 *
 * <p>Knows the recipe's types alone, no experiment: what the axes of an input are, the experiment says. May depend on
 * {@code recipe}, {@code report} and the engine; only {@code cli} may depend on it.
 */
@NullMarked
package dev.vitrine.experiments.showcase;

import org.jspecify.annotations.NullMarked;
