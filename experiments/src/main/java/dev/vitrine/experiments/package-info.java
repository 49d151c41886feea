/**
 * The experiments: the command line, the recipes that train a network on sounds, and their reports.
 *
 * <p>This module is the only one that knows both the engine and the audio module. Begin at {@link
 * dev.vitrine.experiments.cli.Main}, which lists the commands; a command reads its options and hands
 * them to a recipe; a recipe keeps what it makes in a {@link
 * dev.vitrine.experiments.recipe.RunFolder}.
 *
 * <p>Here lie only the two ways in which a command may end badly: {@link
 * dev.vitrine.experiments.UserError} and {@link dev.vitrine.experiments.RunFailure}.
 */
@NullMarked
package dev.vitrine.experiments;

import org.jspecify.annotations.NullMarked;
