package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;

/** Scores along an axis become probabilities; see {@link dev.vitrine.engine.op.softmax.Softmax}. */
public final class Softmax extends Module {
    private final int axis;

    /**
     * Along one axis.
     *
     * @param axis from 0 for the outermost, or from -1 for the last
     */
    public Softmax(int axis) {
        this.axis = axis;
    }

    @Override
    protected Tensor compute(Tensor x) {
        return x.softmax(axis);
    }

    @Override
    public Map<String, Object> options() {
        return Map.of("dim", axis);
    }
}
