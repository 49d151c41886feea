package dev.vitrine.engine.inspect;

import dev.vitrine.engine.io.Checkpoint.Layer;
import dev.vitrine.engine.nn.Module;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The layers of a network in words, for files: path, type and options under PyTorch's names. */
public final class Layers {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Layers() {}

    /** One for each module that has no parts of its own, in the order of declaration. */
    public static List<Layer> of(Module root) {
        List<Layer> layers = new ArrayList<>();
        root.visit((path, module) -> {
            if (module.children().isEmpty()) {
                layers.add(new Layer(path, module.type(), module.options()));
            }
        });
        return layers;
    }

    /** The same as a JSON array of objects with {@code path}, {@code type} and {@code options}. */
    public static String json(Module root) {
        return JSON.writeValueAsString(of(root));
    }
}
