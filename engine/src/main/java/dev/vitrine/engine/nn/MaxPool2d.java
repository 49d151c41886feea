package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.pool.MaxPool.maxPool2d;

import dev.vitrine.engine.op.Tiles;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/** The largest value of each window, x [N, C, H, W] to [N, C, H', W']; see {@link dev.vitrine.engine.op.pool.MaxPool}. */
public final class MaxPool2d extends Module implements MaxPool {
    private final Window2d window;

    /** Windows of {@code kernelSize} by {@code kernelSize} values side by side. */
    public MaxPool2d(int kernelSize) {
        this(Window2d.square(Window.of(kernelSize).stride(kernelSize)));
    }

    /** Windows as given. */
    public MaxPool2d(Window2d window) {
        this.window = window;
    }

    @Override
    protected Tensor compute(Tensor x) {
        return maxPool2d(x, window);
    }

    @Override
    public Optional<Tiles> tiles(Shape x) {
        return Tiles.of(window).filter(t -> x.rank() == 4 && t.height() <= x.size(2) && t.width() <= x.size(3));
    }

    @Override
    public Optional<Window> window() {
        return Optional.of(window.width());
    }

    @Override
    public Map<String, Object> options() {
        return WindowOptions.of(window);
    }
}
