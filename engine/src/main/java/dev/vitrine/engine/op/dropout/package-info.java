/**
 * Values dropped at random while training. The one op of this room is {@link dev.vitrine.engine.op.dropout.Dropout};
 * {@code Mask} says which values go.
 *
 * <p>Depends on {@code autograd}, {@code device} and {@code tensor}, and on no other room.
 */
@NullMarked
package dev.vitrine.engine.op.dropout;

import org.jspecify.annotations.NullMarked;
