package dev.vitrine.experiments.model;

import dev.vitrine.engine.nn.Conv2d;
import dev.vitrine.engine.nn.Dropout;
import dev.vitrine.engine.nn.Flatten;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.MaxPool2d;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Tensor;

/**
 * The family of an instrument from a square spectrogram, as the original has it.
 *
 * <pre>
 * x [N, 1, S, S] → Conv2d 32 5×5 → ReLU → MaxPool 2 → Conv2d 64 3×3 → ReLU → MaxPool 2
 *                → Flatten → Linear H → Dropout 0.25 → Linear C → [N, C]
 * </pre>
 *
 * There is no activation between the two dense layers, so they are no stronger than one. At S = 128 and H = 1024 the
 * first of them holds 58,983,424 of the 59,014,027 weights.
 */
public final class NsynthOriginalNet extends Module {
    /** Instrument families of the data set. */
    public static final int FAMILIES = 11;

    /** Height and width S of the original's input. */
    public static final int SIDE = 128;

    /** Units H of the original's first dense layer. */
    public static final int HIDDEN = 1024;

    private static final int FIRST = 32;
    private static final int SECOND = 64;

    private final Sequential features = child(
            "features",
            new Sequential(
                    new Conv2d(1, FIRST, Window2d.of(5), Init.glorotUniform()),
                    new ReLU(),
                    new MaxPool2d(2),
                    new Conv2d(FIRST, SECOND, Window2d.of(3), Init.glorotUniform()),
                    new ReLU(),
                    new MaxPool2d(2)));

    private final Sequential classifier;

    /**
     * The network for images of another size, or with fewer units.
     *
     * @param side S, at least 14
     * @param hidden H
     * @param families C
     */
    public NsynthOriginalNet(int side, int hidden, int families) {
        int left = ((side - 4) / 2 - 2) / 2;
        classifier = child(
                "classifier",
                new Sequential(
                        new Flatten(),
                        new Linear(SECOND * left * left, hidden, Init.glorotUniform()),
                        new Dropout(0.25),
                        new Linear(hidden, families, Init.glorotUniform())));
    }

    @Override
    protected Tensor compute(Tensor x) {
        return classifier.forward(features.forward(x));
    }
}
