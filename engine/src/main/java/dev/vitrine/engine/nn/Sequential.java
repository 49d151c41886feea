package dev.vitrine.engine.nn;

import dev.vitrine.engine.op.Tiles;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Layers one after the other, named 0, 1, 2, ...
 *
 * <p>Layers that one op can compute run as one, unless someone watches; then every layer's output is there to be seen.
 * They are batch norm or a fully connected layer with the ReLU behind it, to the same bits; and batch norm, ReLU and
 * max-pooling over windows side by side, whose output has the same bits, and whose gradients are the same sums in another
 * order.
 */
public final class Sequential extends Module {
    /** Values of a pooling window that a kernel holds at once, each for V neighbours: as many as there are registers for. */
    private static final int MOST_POOLED = 16;

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
                Optional<Tiles> tiles = tiles(i + 2, value.shape());
                if (layer instanceof BatchNorm norm && tiles.isPresent()) {
                    value = norm.computeWithReLUAndPool(value, tiles.get());
                    i += 2;
                } else {
                    value = layer.computeWithReLU(value);
                    i++;
                }
            } else {
                value = layers.get(i).forward(value);
            }
        }
        return value;
    }

    private boolean isReLU(int i) {
        return i < layers.size() && layers.get(i) instanceof ReLU;
    }

    private Optional<Tiles> tiles(int i, Shape x) {
        return i < layers.size() && layers.get(i) instanceof MaxPool pool
                ? pool.tiles(x).filter(tiles -> tiles.values() <= MOST_POOLED)
                : Optional.empty();
    }
}
