/**
 * Arrays and networks on disk, in small open formats written by hand so that they can be read.
 *
 * <p>Begin with {@link dev.vitrine.engine.io.Checkpoint}: arrays in {@link dev.vitrine.engine.io.Safetensors} and a JSON
 * file that says what they are. {@link dev.vitrine.engine.io.Npy} writes one array for NumPy. Every file is replaced in
 * one move, so that a reader sees the old one or the new one and nothing between.
 *
 * <p>Depends on {@code tensor}.
 */
@NullMarked
package dev.vitrine.engine.io;

import org.jspecify.annotations.NullMarked;
