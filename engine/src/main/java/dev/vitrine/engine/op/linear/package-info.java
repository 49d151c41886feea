/**
 * Fully connected layers. Begin with {@link dev.vitrine.engine.op.linear.Linear}; {@code LinearJava} holds the loops that
 * define it, {@code linear.cl} the kernels that must agree with them.
 */
@NullMarked
package dev.vitrine.engine.op.linear;

import org.jspecify.annotations.NullMarked;
