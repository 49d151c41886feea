/**
 * The pages of the operations, {@code docs/ops}: what the program draws, computes and quotes in them.
 *
 * <p>Begin with {@link dev.vitrine.experiments.page.OpPages}, which brings a folder of pages up to date. A page is
 * written by hand but for three things: its drawing, its example by numbers ({@code Example}, computed by the engine on
 * the Java device) and the loops and kernels that it quotes ({@code Excerpt}). So none of them can go stale.
 *
 * <p>One class of drawings and examples for each family of operations; they draw with {@code Grids}, {@code Windows},
 * {@code Curves} and {@code Bars} on a {@code Canvas}, whose bytes do not depend on the fonts of a machine.
 *
 * <p>This room may depend on the engine, and only the command line may depend on it.
 */
@NullMarked
package dev.vitrine.experiments.page;

import org.jspecify.annotations.NullMarked;
