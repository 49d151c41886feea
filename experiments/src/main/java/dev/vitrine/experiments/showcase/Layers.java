package dev.vitrine.experiments.showcase;

import dev.vitrine.engine.inspect.Trace;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.nn.LeakyReLU;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Parameter;
import dev.vitrine.engine.nn.ReLU;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layers of a network that have weights, in the order of computation. */
final class Layers {
    /**
     * One of them.
     *
     * @param path of its weight's module
     * @param shown the module whose output is shown: the first ReLU behind it, or itself
     * @param weight of its weights, [O, C, K...] or [O, F]
     */
    record Layer(String path, String shown, HostArray weight) {}

    private record Named(String path, Module module) {}

    private Layers() {}

    static List<Layer> of(Network network, Trace trace) {
        List<Named> modules = new ArrayList<>();
        network.root().visit((path, module) -> modules.add(new Named(path, module)));
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            Named named = modules.get(i);
            if (weight(named.module()).isPresent()) {
                layers.add(new Layer(
                        named.path(),
                        active(modules.subList(i + 1, modules.size())).orElse(named.path()),
                        trace.get(named.path() + ".weight")));
            }
        }
        return layers;
    }

    private static Optional<Parameter> weight(Module module) {
        Parameter weight = module.parameters().get("weight");
        return weight != null && weight.shape().rank() > 1 ? Optional.of(weight) : Optional.empty();
    }

    /** The first activation, if it comes before the next layer with weights. */
    private static Optional<String> active(List<Named> behind) {
        for (Named next : behind) {
            if (next.module() instanceof ReLU || next.module() instanceof LeakyReLU) {
                return Optional.of(next.path());
            }
            if (next.module() instanceof Linear || weight(next.module()).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
