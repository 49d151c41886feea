package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.conv.Conv1d.conv1d;

import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/** One-dimensional convolution with a bias, x [N, C, L] to [N, O, L']; see {@link dev.vitrine.engine.op.conv.Conv1d}. */
public final class Conv1d extends Module {
    private final int inChannels;
    private final int outChannels;
    private final Window window;
    private final Parameter weight;
    private final Parameter bias;

    /**
     * A convolution.
     *
     * @param inChannels C
     * @param outChannels O
     * @param window taps, stride, padding, dilation
     * @param init of the weight; the bias begins at zero
     */
    public Conv1d(int inChannels, int outChannels, Window window, Init init) {
        this.inChannels = inChannels;
        this.outChannels = outChannels;
        this.window = window;
        weight = parameter("weight", Shape.of(outChannels, inChannels, window.kernelSize()), init);
        bias = parameter("bias", Shape.of(outChannels), Init.constant(0));
    }

    @Override
    protected Tensor compute(Tensor x) {
        return conv1d(x, weight.tensor(), bias.tensor(), window);
    }

    @Override
    public Optional<Window> window() {
        return Optional.of(window);
    }

    @Override
    public long multiplyAdds(Shape in, Shape out) {
        return (long) out.elements() * inChannels * window.kernelSize();
    }

    @Override
    public Map<String, Object> options() {
        return Map.of(
                "in_channels", inChannels,
                "out_channels", outChannels,
                "kernel_size", window.kernelSize(),
                "stride", window.stride(),
                "padding", window.padding().toString(),
                "dilation", window.dilation());
    }
}
