/**
 * Normalisation. Begin with {@link dev.vitrine.engine.op.norm.BatchNorm}, which says what it means; {@code
 * BatchNormJava} holds the loops that define it, {@code batchnorm.cl} the kernels that must agree with them.
 *
 * <p>{@link dev.vitrine.engine.op.norm.LayerNorm} normalises each row by itself.
 *
 * <p>Batch normalisation reads and writes much and computes little, so an {@link
 * dev.vitrine.engine.op.Activation} can be computed along with it; the bits are those of the two steps apart.
 *
 * <p>Depends on {@code autograd}, {@code device} and {@code tensor}, and on no other room.
 */
@NullMarked
package dev.vitrine.engine.op.norm;

import org.jspecify.annotations.NullMarked;
