/**
 * Views: the same numbers under another shape, in another order, some of them, or several arrays as one. Begin with
 * {@link dev.vitrine.engine.op.view.Reshape}.
 *
 * <p>Each of them copies. What comes out is an array like any other, its last axis contiguous, and writing to it leaves
 * the input as it was; {@code docs/decisions} says why. Slice and pad work along one axis: an array is then read as
 * [outer, size, inner], where outer and inner are the products of the axes before and after ({@code Along}).
 *
 * <p>Depends on {@code autograd}, {@code device} and {@code tensor}, and on no other room.
 */
@NullMarked
package dev.vitrine.engine.op.view;

import org.jspecify.annotations.NullMarked;
