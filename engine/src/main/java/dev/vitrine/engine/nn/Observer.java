package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Tensor;

/** Sees what every layer of a network puts out. While a network is watched nothing is fused, so no value is hidden. */
@FunctionalInterface
public interface Observer {
    /**
     * A layer has computed.
     *
     * @param path the layer's path, as in {@code features.0}
     */
    void saw(String path, Module module, Tensor in, Tensor out);
}
