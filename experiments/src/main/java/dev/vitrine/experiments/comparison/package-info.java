/**
 * Several runs beside one another: on the same clips, and all experiments on one page.
 *
 * <p>Begin at {@link dev.vitrine.experiments.comparison.Comparison}; {@link
 * dev.vitrine.experiments.comparison.ResultsPage} is the page.
 *
 * <p>Knows the recipe's types alone, no experiment. May depend on {@code recipe} and {@code report}; only {@code cli} may
 * depend on it.
 */
@NullMarked
package dev.vitrine.experiments.comparison;

import org.jspecify.annotations.NullMarked;
