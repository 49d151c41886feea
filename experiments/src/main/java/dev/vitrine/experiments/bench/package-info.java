/**
 * Benchmarks: how long a training step takes, and what the device could do at most.
 *
 * <p>Begin with {@link dev.vitrine.experiments.bench.Bench}; {@link dev.vitrine.experiments.bench.Work} lists what is
 * timed.
 */
@NullMarked
package dev.vitrine.experiments.bench;

import org.jspecify.annotations.NullMarked;
