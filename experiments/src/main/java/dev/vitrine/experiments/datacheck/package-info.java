/**
 * What spoils a result before a network has seen the first batch: copies, overlaps, leaks between training and testing,
 * silence, clipping, batches of one class, axes without an order, windows too short for a feature.
 *
 * <p>Begin with {@link dev.vitrine.experiments.datacheck.DataCheck}: it reads a set once
 * ({@link dev.vitrine.experiments.datacheck.Survey}), lets every {@link dev.vitrine.experiments.datacheck.Probe} look at what
 * was read, and gives a {@link dev.vitrine.experiments.datacheck.CheckReport}: facts, findings and charts.
 *
 * <p>Depends on the rooms {@code dataset} and {@code report}, and on the audio module.
 */
@NullMarked
package dev.vitrine.experiments.datacheck;

import org.jspecify.annotations.NullMarked;
