/**
 * Optimisers: how parameters follow their gradients.
 *
 * <p>Begin with {@link dev.vitrine.engine.optim.Sgd} or {@link dev.vitrine.engine.optim.Adam}; arithmetic and defaults
 * are PyTorch's. All parameters of a network lie side by side in a {@link dev.vitrine.engine.optim.ParameterBuffer}, so
 * that one step is one launch. A {@link dev.vitrine.engine.optim.Schedule} says how large a step is.
 *
 * <p>Depends on {@code device} and {@code tensor}.
 */
@NullMarked
package dev.vitrine.engine.optim;

import org.jspecify.annotations.NullMarked;
