/**
 * Arrays and networks on disk, in small open formats written by hand so that they can be read.
 *
 * <p>Begin with {@link dev.vitrine.engine.io.HostArray}, an array off the device, and {@link
 * dev.vitrine.engine.io.Npy}, one array in one file: a header in words, then the numbers. {@link
 * dev.vitrine.engine.io.Npz} holds several by name for NumPy, {@link dev.vitrine.engine.io.Safetensors} for every other
 * framework. {@link dev.vitrine.engine.io.Checkpoint} adds a JSON file that says what the arrays are. Every file is
 * replaced in one move by {@link dev.vitrine.engine.io.AtomicFile}, so that a reader sees the old one or the new one
 * and nothing between.
 *
 * <p>Depends on {@code tensor}, for shapes; knows no device and no operation.
 */
@NullMarked
package dev.vitrine.engine.io;

import org.jspecify.annotations.NullMarked;
