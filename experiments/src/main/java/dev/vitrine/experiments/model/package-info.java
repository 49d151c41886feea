/**
 * The networks of the five systems, layer by layer.
 *
 * <p>Begin with {@link dev.vitrine.experiments.model.CatsDogsNet}. A model is a {@code Module} and nothing else: how it is
 * trained stands in the room {@code recipe}.
 */
@NullMarked
package dev.vitrine.experiments.model;

import org.jspecify.annotations.NullMarked;
