package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.pool.MaxPool.maxPool1d;

import dev.vitrine.engine.op.Tiles;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/** The largest value of each window, x [N, C, L] to [N, C, L']; see {@link dev.vitrine.engine.op.pool.MaxPool}. */
public final class MaxPool1d extends Module implements MaxPool {
    private final Window window;

    /** Windows of {@code kernelSize} values side by side. */
    public MaxPool1d(int kernelSize) {
        this(Window.of(kernelSize).stride(kernelSize));
    }

    /** Windows as given. */
    public MaxPool1d(Window window) {
        this.window = window;
    }

    @Override
    protected Tensor compute(Tensor x) {
        return maxPool1d(x, window);
    }

    @Override
    public Optional<Tiles> tiles(Shape x) {
        return Tiles.of(window).filter(t -> x.rank() == 3 && t.width() <= x.size(2));
    }

    @Override
    public Optional<Window> window() {
        return Optional.of(window);
    }

    @Override
    public Map<String, Object> options() {
        return WindowOptions.of(window);
    }
}
