package dev.vitrine.engine.nn;

import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;

/** Scores along an axis become logarithms of probabilities; see {@link dev.vitrine.engine.op.softmax.LogSoftmax}. */
public final class LogSoftmax extends Module {
    private final int axis;

    /**
     * Along one axis.
     *
     * @param axis from 0 for the outermost, or from -1 for the last
     */
    public LogSoftmax(int axis) {
        this.axis = axis;
    }

    @Override
    protected Tensor compute(Tensor x) {
        return x.logSoftmax(axis);
    }

    @Override
    public Map<String, Object> options() {
        return Map.of("dim", axis);
    }
}
