/**
 * Layers: parameters and one call of an op each.
 *
 * <p>Begin with {@link dev.vitrine.engine.nn.Module}. A module declares its parameters and children by name, so every
 * value has a path: {@code features.0.weight} is the weight of the first layer in {@code features}, and
 * {@code features.0.out} what that layer put out. {@link dev.vitrine.engine.nn.Network} puts a module's parameters side
 * by side on a device, initialises them from a seed and can be watched by an {@link dev.vitrine.engine.nn.Observer}.
 *
 * <p>Names and defaults are PyTorch's. Depends on {@code op}, {@code optim} (for the flat parameter buffer) and what is
 * below them.
 */
@NullMarked
package dev.vitrine.engine.nn;

import org.jspecify.annotations.NullMarked;
