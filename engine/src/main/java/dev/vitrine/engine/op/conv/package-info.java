/**
 * Convolution. Begin with {@link dev.vitrine.engine.op.conv.Conv1d}, which says what it means; {@code Conv1dJava} holds
 * the loops that define it, {@code conv1d.cl} the kernels that must agree with them.
 *
 * <p>This is the room to imitate when you add an operation of your own.
 */
@NullMarked
package dev.vitrine.engine.op.conv;

import org.jspecify.annotations.NullMarked;
