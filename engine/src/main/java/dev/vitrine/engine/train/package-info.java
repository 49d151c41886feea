/**
 * The training loop.
 *
 * <p>{@link dev.vitrine.engine.train.TrainingLoop} takes batches that are a function of the step number alone, so that a
 * run which stops at step n and goes on from a checkpoint sees what the uninterrupted run would have seen. It does not
 * wait for the device inside a step; the loss is summed on the device and read when someone asks.
 *
 * <p>Depends on {@code nn}, {@code optim} and what is below them; knows nothing of files, clips or charts.
 */
@NullMarked
package dev.vitrine.engine.train;

import org.jspecify.annotations.NullMarked;
