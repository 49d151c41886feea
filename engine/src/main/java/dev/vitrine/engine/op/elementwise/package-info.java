/**
 * Functions applied to every element by itself. Begin with {@link dev.vitrine.engine.op.elementwise.Relu}: with one line
 * of loop and one line of gradient it is the smallest whole operation. {@code UnaryOp} holds what the ops without options
 * share.
 *
 * <p>Depends on {@code autograd}, {@code device} and {@code tensor}, and on no other room.
 */
@NullMarked
package dev.vitrine.engine.op.elementwise;

import org.jspecify.annotations.NullMarked;
