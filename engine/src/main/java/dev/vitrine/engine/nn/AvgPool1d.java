package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.pool.AvgPool.avgPool1d;

import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.pool.CountPad;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/** The mean of each window, x [N, C, L] to [N, C, L']; see {@link dev.vitrine.engine.op.pool.AvgPool}. */
public final class AvgPool1d extends Module {
    private final Window window;
    private final CountPad countPad;

    /** Windows of {@code kernelSize} values side by side. */
    public AvgPool1d(int kernelSize) {
        this(Window.of(kernelSize).stride(kernelSize), CountPad.INCLUDE);
    }

    /** Windows as given. */
    public AvgPool1d(Window window, CountPad countPad) {
        this.window = window;
        this.countPad = countPad;
    }

    @Override
    protected Tensor compute(Tensor x) {
        return avgPool1d(x, window, countPad);
    }

    @Override
    public Optional<Window> window() {
        return Optional.of(window);
    }

    @Override
    public Map<String, Object> options() {
        return WindowOptions.averaged(WindowOptions.of(window), countPad);
    }
}
