/**
 * How an experiment runs, and where it keeps what it makes.
 *
 * <p>Begin at {@link dev.vitrine.experiments.recipe.Training}, which every {@link
 * dev.vitrine.experiments.recipe.Experiment} shares, then {@link dev.vitrine.experiments.recipe.RunFolder}: one
 * folder a run, with the configuration, the measures of each epoch, the checkpoints and the charts. Files in it are whole or
 * absent: {@link dev.vitrine.engine.io.AtomicFile} replaces a file in one move, and {@link
 * dev.vitrine.experiments.recipe.MetricsFile} cuts off a line that a killed run left torn.
 *
 * <p>This room knows nothing of the command line.
 */
@NullMarked
package dev.vitrine.experiments.recipe;

import org.jspecify.annotations.NullMarked;
