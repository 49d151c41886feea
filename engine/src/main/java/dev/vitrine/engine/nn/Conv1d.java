package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.conv.Conv1d.conv1d;

import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One-dimensional convolution, x [N, C, L] to [N, O, L']; see {@link dev.vitrine.engine.op.conv.Conv1d}. */
public final class Conv1d extends Module {
    private final Channels channels;
    private final Window window;
    private final Parameter weight;
    private final @Nullable Parameter bias;

    /**
     * A convolution of all channels with all, with a bias.
     *
     * @param inChannels C
     * @param outChannels O
     * @param window taps, stride, padding, dilation
     * @param init of the weight; the bias begins at zero
     */
    public Conv1d(int inChannels, int outChannels, Window window, Init init) {
        this(Channels.of(inChannels, outChannels), window, Bias.TRAINED, init);
    }

    /**
     * A convolution.
     *
     * @param channels C, O and groups
     * @param window taps, stride, padding, dilation
     * @param bias whether there is one
     * @param init of the weight [O, C / groups, K]
     */
    public Conv1d(Channels channels, Window window, Bias bias, Init init) {
        this.channels = channels;
        this.window = window;
        weight = parameter("weight", Shape.of(channels.out(), channels.inOfGroup(), window.kernelSize()), init);
        this.bias = bias == Bias.NONE ? null : parameter("bias", Shape.of(channels.out()), Init.constant(0));
    }

    @Override
    protected Tensor compute(Tensor x) {
        return conv1d(x, weight.tensor(), bias == null ? null : bias.tensor(), window, channels.groups());
    }

    @Override
    public Optional<Window> window() {
        return Optional.of(window);
    }

    @Override
    public long multiplyAdds(Shape in, Shape out) {
        return (long) out.elements() * channels.inOfGroup() * window.kernelSize();
    }

    @Override
    public Map<String, Object> options() {
        return WindowOptions.convolved(WindowOptions.of(window), channels, bias == null ? Bias.NONE : Bias.TRAINED);
    }
}
