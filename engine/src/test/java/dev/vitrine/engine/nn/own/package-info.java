/**
 * A layer of one's own, as a student would write it: docs/own-module.md tells its story.
 *
 * <p>Begin with {@code Residual}; {@code ResidualTest} trains it, freezes it and asks what it holds.
 */
@NullMarked
package dev.vitrine.engine.nn.own;

import org.jspecify.annotations.NullMarked;
