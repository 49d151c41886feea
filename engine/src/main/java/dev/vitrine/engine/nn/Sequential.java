package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Tensor;
import java.util.List;

/**
 * Layers one after the other, named 0, 1, 2, ...
 *
 * <p>Batch norm, or a fully connected layer, followed by ReLU runs as one op, which gives the same bits, unless someone watches: then every layer's
 * output is there to be seen.
 */
public final class Sequential extends Module {
    private final List<Module> layers;

    public Sequential(Module... layers) {
        this(List.of(layers));
    }

    public Sequential(List<? extends Module> layers) {
        this.layers = List.copyOf(layers);
        for (int i = 0; i < layers.size(); i++) {
            child(String.valueOf(i), layers.get(i));
        }
    }

    @Override
    protected Tensor compute(Tensor x) {
        Tensor value = x;
        for (int i = 0; i < layers.size(); i++) {
            if (!isWatched() && x.device().fuses() && layers.get(i) instanceof BeforeReLU layer && isReLU(i + 1)) {
                value = layer.computeWithReLU(value);
                i++;
            } else {
                value = layers.get(i).forward(value);
            }
        }
        return value;
    }

    private boolean isReLU(int i) {
        return i < layers.size() && layers.get(i) instanceof ReLU;
    }
}
