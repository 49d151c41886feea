package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.pool.AvgPool.avgPool2d;

import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.op.pool.CountPad;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/** The mean of each window, x [N, C, H, W] to [N, C, H', W']; see {@link dev.vitrine.engine.op.pool.AvgPool}. */
public final class AvgPool2d extends Module {
    private final Window2d window;
    private final CountPad countPad;

    /** Windows of {@code kernelSize} by {@code kernelSize} values side by side. */
    public AvgPool2d(int kernelSize) {
        this(Window2d.square(Window.of(kernelSize).stride(kernelSize)), CountPad.INCLUDE);
    }

    /** Windows as given. */
    public AvgPool2d(Window2d window, CountPad countPad) {
        this.window = window;
        this.countPad = countPad;
    }

    @Override
    protected Tensor compute(Tensor x) {
        return avgPool2d(x, window, countPad);
    }

    @Override
    public Optional<Window> window() {
        return Optional.of(window.width());
    }

    @Override
    public Map<String, Object> options() {
        return WindowOptions.averaged(WindowOptions.of(window), countPad);
    }
}
