/**
 * Looks over a machine: which devices it has, and whether each one computes rightly.
 *
 * <p>Begin at {@link dev.vitrine.experiments.doctor.Checkup}: it runs a small convolution forward and
 * backward on a device and compares every number. The Java loops are compared with the formula
 * itself, an OpenCL device with the Java loops. {@link
 * dev.vitrine.experiments.doctor.InstallHint} says how a missing OpenCL driver is had.
 *
 * <p>This room depends on the engine and on {@code recipe} (to write a file whole), and knows nothing
 * of the command line.
 */
@NullMarked
package dev.vitrine.experiments.doctor;

import org.jspecify.annotations.NullMarked;
