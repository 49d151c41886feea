package dev.vitrine.experiments.model;

import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Dense layers on a row of features, with ReLU between them.
 *
 * <pre>
 * x [N, F] → [Linear → ReLU] per hidden layer → Linear → [N, C]
 * </pre>
 */
public final class MultilayerPerceptron extends Module {
    private final Sequential layers;

    /**
     * A network of dense layers.
     *
     * @param features F
     * @param hidden the units of each hidden layer
     * @param classes C
     */
    public MultilayerPerceptron(int features, List<Integer> hidden, int classes) {
        List<Module> dense = new ArrayList<>();
        int inputs = features;
        for (int units : hidden) {
            dense.add(new Linear(inputs, units, Init.glorotUniform()));
            dense.add(new ReLU());
            inputs = units;
        }
        dense.add(new Linear(inputs, classes, Init.glorotUniform()));
        layers = child("layers", new Sequential(dense));
    }

    @Override
    protected Tensor compute(Tensor x) {
        return layers.forward(x);
    }
}
