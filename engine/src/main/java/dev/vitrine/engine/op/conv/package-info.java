/**
 * Convolution. Begin with {@link dev.vitrine.engine.op.conv.Conv1d}, which says what it means; {@code Conv1dJava} holds
 * the loops that define it, {@code conv1d.cl} the kernels that must agree with them. {@link
 * dev.vitrine.engine.op.conv.Conv2d} is the same along two axes; its kernels are for speed a step further on (weights in
 * the order of reading, two rows at once).
 *
 * <p>This is the room to imitate when you add an operation of your own.
 */
@NullMarked
package dev.vitrine.engine.op.conv;

import org.jspecify.annotations.NullMarked;
