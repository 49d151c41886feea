/**
 * Reductions: many values along some axes become one. Begin with {@link dev.vitrine.engine.op.reduce.Sum};
 * {@link dev.vitrine.engine.op.reduce.Max} holds the largest value and where it is.
 *
 * <p>{@link dev.vitrine.engine.op.reduce.Axes} says which axes, and whether they stay as axes of size 1. Which elements
 * meet is worked out once, in {@code Reduction}: element {@code r} of what becomes the output {@code o} lies at
 * {@code kept(o) + reduced(r)}, whatever axes were asked for. So every loop here has two levels, o and r.
 *
 * <p>Depends on {@code autograd}, {@code device} and {@code tensor}, and on no other room.
 */
@NullMarked
package dev.vitrine.engine.op.reduce;

import org.jspecify.annotations.NullMarked;
