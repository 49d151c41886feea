package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.nn.MaxPool1d;
import dev.vitrine.engine.nn.MaxPool2d;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.experiments.bench.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A layer on its own, with the ReLU and the pooling that directly follow: what may be computed as one is tuned as one.
 *
 * @param words where it is, as in {@code W1 features.0}
 * @param modules new ones at each call, in the order of computation
 * @param input with the batch axis
 * @param first true where nothing before it learns, so that no one asks for the gradient of its input
 */
record Layer(String words, Supplier<List<Module>> modules, Shape input, boolean first) {
    private static final Set<Class<? extends Module>> FOLLOWERS = Set.of(ReLU.class, MaxPool1d.class, MaxPool2d.class);

    /** The layers of a work, in the order of computation. */
    static List<Layer> of(Work work, int batch) {
        List<Layer> layers = new ArrayList<>();
        try (Device java = new JavaDevice();
                Scope scope = java.inference()) {
            Network network = work.network().on(java, 1).mode(Mode.EVALUATION);
            Tensor one = Tensor.zeros(
                    java, batched(1, work.network().input().shape()).toArray());
            List<String> paths = new ArrayList<>();
            network.forward(one, (path, module, in, out) -> {
                if (!module.children().isEmpty()) {
                    return;
                }
                if (!paths.isEmpty() && FOLLOWERS.contains(module.getClass())) {
                    Layer before = layers.remove(layers.size() - 1);
                    paths.add(path);
                    layers.add(new Layer(before.words, modules(work, paths), before.input, before.first));
                    return;
                }
                paths.clear();
                paths.add(path);
                int[] sizes = in.shape().toArray();
                sizes[0] = batch;
                layers.add(new Layer(work + " " + path, modules(work, paths), Shape.of(sizes), layers.isEmpty()));
            });
        }
        return layers;
    }

    private static Shape batched(int batch, Shape item) {
        return Shape.of(IntStream.concat(IntStream.of(batch), IntStream.of(item.toArray()))
                .toArray());
    }

    private static Supplier<List<Module>> modules(Work work, List<String> paths) {
        List<String> fixed = List.copyOf(paths);
        return () -> {
            Module root = work.network().module();
            return fixed.stream().map(path -> at(root, path)).toList();
        };
    }

    private static Module at(Module root, String path) {
        List<Module> found = new ArrayList<>();
        root.visit((where, module) -> {
            if (where.equals(path)) {
                found.add(module);
            }
        });
        return found.get(0);
    }
}
