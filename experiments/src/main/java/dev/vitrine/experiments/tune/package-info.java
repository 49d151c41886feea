/**
 * The tune room: fits kernels to a device by trying, and keeps what was found.
 *
 * <p>Begin with {@link dev.vitrine.experiments.tune.Search}: it tries numbers for one pass of one layer, throws out what
 * does not compute what the Java loops do, and times the rest beside the usual numbers, in turn. What to try it learns
 * from the kernels themselves, which ask their device for each number
 * ({@link dev.vitrine.engine.device.Settings}). A {@link dev.vitrine.experiments.tune.TuningFile} is what was found for one
 * device; {@link dev.vitrine.experiments.tune.TuningFolder} finds the file of a device and decides whether it holds.
 *
 * <p>It may use the works of {@code bench}, the charts of {@code report} and the engine.
 */
@NullMarked
package dev.vitrine.experiments.tune;

import org.jspecify.annotations.NullMarked;
