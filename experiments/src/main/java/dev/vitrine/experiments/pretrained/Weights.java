package dev.vitrine.experiments.pretrained;

import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import java.util.TreeMap;

/**
 * Arrays of a network by the paths of its parameters.
 *
 * @param arrays as {@code conv1.0.weight}
 */
public record Weights(Map<String, HostArray> arrays) {
    /** Copies the map. */
    public Weights {
        arrays = Map.copyOf(arrays);
    }

    /** Those at and below a path. */
    public Weights below(String path) {
        Map<String, HostArray> some = new TreeMap<>();
        arrays.forEach((at, array) -> {
            if (at.equals(path) || at.startsWith(path + ".")) {
                some.put(at, array);
            }
        });
        return new Weights(some);
    }

    /**
     * Writes them into a network that has these paths, and perhaps others.
     *
     * @throws IllegalArgumentException if it lacks a path, or one has another shape
     */
    public void into(Network network) {
        Map<String, Tensor> state = network.state();
        new TreeMap<>(arrays).forEach((path, array) -> {
            Tensor place = state.get(path);
            if (place == null) {
                throw new IllegalArgumentException(
                        "weights: the network has no " + path + "; expected a network with these layers");
            }
            Shape shape = place.shape();
            if (!shape.equals(array.shape())) {
                throw new IllegalArgumentException("weights: " + path + " must be " + shape + ", got " + array.shape());
            }
            place.buffer().write(array.values());
        });
    }

    /** From [KH, KW, C, O], as TensorFlow has it, to [O, C, KH, KW]. */
    static HostArray turned(HostArray kernel) {
        int kh = kernel.shape().size(0);
        int kw = kernel.shape().size(1);
        int in = kernel.shape().size(2);
        int out = kernel.shape().size(3);
        double[] from = kernel.values();
        double[] to = new double[from.length];
        int at = 0;
        for (int h = 0; h < kh; h++) {
            for (int w = 0; w < kw; w++) {
                for (int c = 0; c < in; c++) {
                    for (int o = 0; o < out; o++) {
                        to[((o * in + c) * kh + h) * kw + w] = from[at++];
                    }
                }
            }
        }
        return new HostArray(Shape.of(out, in, kh, kw), to);
    }
}
