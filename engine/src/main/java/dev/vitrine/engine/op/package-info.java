/**
 * Operations, one room per family: {@code conv}, {@code norm}, {@code pool}, {@code linear}, {@code elementwise},
 * {@code arithmetic}, {@code softmax}, {@code dropout}, {@code reduce}, {@code view}, {@code loss}.
 *
 * <p>In a room, each operation {@code Conv1d} has four files side by side: {@code Conv1d.java} (meaning, shapes,
 * gradient), {@code Conv1dJava.java} (the plain loops that define it), {@code conv1d.cl} (the kernels) and
 * {@code Conv1dOpenCl.java} (which kernel is launched how); its test gives samples from which all checks are derived.
 * Adding an operation edits no other file.
 *
 * <p>Here lies what several rooms share: {@link dev.vitrine.engine.op.Window}, {@link
 * dev.vitrine.engine.op.Window2d} and {@link dev.vitrine.engine.op.Padding}; {@link dev.vitrine.engine.op.Broadcast} and
 * {@link dev.vitrine.engine.op.Walk}; {@link dev.vitrine.engine.op.Activation}. Rooms depend on {@code autograd},
 * {@code device} and {@code tensor}, and not on each other.
 */
@NullMarked
package dev.vitrine.engine.op;

import org.jspecify.annotations.NullMarked;
