package dev.vitrine.engine.device;

import java.util.function.Function;

/**
 * The two halves of an operation: its plain Java loops, and the binding to its OpenCL kernels. An operation cannot be
 * written with one half missing.
 *
 * @param <K> the operation's own small interface of passes (forward, backward data, ...), implemented by both halves
 * @param java makes the Java half
 * @param openCl makes the OpenCL half
 */
public record KernelPair<K>(Function<JavaDevice, K> java, Function<OpenClDevice, K> openCl) {}
