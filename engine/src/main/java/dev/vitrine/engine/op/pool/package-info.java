/**
 * Pooling: many positions become fewer. Begin with {@link dev.vitrine.engine.op.pool.GlobalAvgPool1d}.
 *
 * <p>Depends on {@code autograd}, {@code device} and {@code tensor}, and on no other room.
 */
@NullMarked
package dev.vitrine.engine.op.pool;

import org.jspecify.annotations.NullMarked;
