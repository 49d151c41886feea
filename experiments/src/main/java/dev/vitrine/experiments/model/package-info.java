/**
 * The networks of the five systems, layer by layer.
 *
 * <p>Begin with {@link dev.vitrine.experiments.model.CatsDogsNet}. A model is a {@code Module} and nothing else: how it is
 * trained stands in the room {@code recipe}.
 *
 * <p>{@link dev.vitrine.experiments.model.NamedNetwork} lists them: name, input, classes and loss, for whoever takes a
 * network by its name. A new network is a class here and one entry there.
 */
@NullMarked
package dev.vitrine.experiments.model;

import org.jspecify.annotations.NullMarked;
