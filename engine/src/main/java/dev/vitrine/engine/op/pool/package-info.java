/**
 * Pooling: many positions become fewer. Begin with {@link dev.vitrine.engine.op.pool.GlobalAvgPool}, then {@link
 * dev.vitrine.engine.op.pool.MaxPool}.
 *
 * <p>Pooling over windows has one set of loops and kernels for [N, C, L] and [N, C, H, W]: a row is an image of height
 * 1. {@code PoolSizes} and {@code PoolAxis} say where windows lie, {@code AdaptiveSizes} and {@code Bins} where bins do. On the way back each input position gathers from the
 * windows that saw it, so that no two work-items write to one place.
 *
 * <p>Depends on {@code autograd}, {@code device} and {@code tensor}, and on no other room.
 */
@NullMarked
package dev.vitrine.engine.op.pool;

import org.jspecify.annotations.NullMarked;
