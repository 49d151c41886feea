package dev.vitrine.experiments.model;

import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.train.Batch;

/** Batches of the right shapes for a network where no data is wanted: normal inputs, targets drawn from its classes. */
public final class MadeUpBatch {
    private MadeUpBatch() {}

    /** {@code size} items. */
    public static Batch of(NamedNetwork network, int size, Rng rng) {
        Shape inputs = network.input().batch(size);
        Shape targets = network.objective().targets(size);
        float[] x = new float[inputs.elements()];
        float[] y = new float[targets.elements()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) rng.gaussian();
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = rng.nextInt(network.classes());
        }
        return new Batch(x, inputs, y, targets);
    }
}
