package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.conv.Conv2d.conv2d;

import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two-dimensional convolution, x [N, C, H, W] to [N, O, H', W']; see {@link dev.vitrine.engine.op.conv.Conv2d}. */
public final class Conv2d extends Module {
    private final Channels channels;
    private final Window2d window;
    private final Parameter weight;
    private final @Nullable Parameter bias;

    /**
     * A convolution of all channels with all, with a bias.
     *
     * @param inChannels C
     * @param outChannels O
     * @param window taps, stride, padding, dilation along H and along W
     * @param init of the weight; the bias begins at zero
     */
    public Conv2d(int inChannels, int outChannels, Window2d window, Init init) {
        this(Channels.of(inChannels, outChannels), window, Bias.TRAINED, init);
    }

    /**
     * A convolution.
     *
     * @param channels C, O and groups
     * @param window taps, stride, padding, dilation along H and along W
     * @param bias whether there is one
     * @param init of the weight [O, C / groups, KH, KW]
     */
    public Conv2d(Channels channels, Window2d window, Bias bias, Init init) {
        this.channels = channels;
        this.window = window;
        int kh = window.height().kernelSize();
        int kw = window.width().kernelSize();
        weight = parameter("weight", Shape.of(channels.out(), channels.inOfGroup(), kh, kw), init);
        this.bias = bias == Bias.NONE ? null : parameter("bias", Shape.of(channels.out()), Init.constant(0));
    }

    @Override
    protected Tensor compute(Tensor x) {
        return conv2d(x, weight.tensor(), bias == null ? null : bias.tensor(), window, channels.groups());
    }

    @Override
    public Optional<Window> window() {
        return Optional.of(window.width());
    }

    @Override
    public long multiplyAdds(Shape in, Shape out) {
        int taps = window.height().kernelSize() * window.width().kernelSize();
        return (long) out.elements() * channels.inOfGroup() * taps;
    }

    @Override
    public Map<String, Object> options() {
        return WindowOptions.convolved(WindowOptions.of(window), channels, bias == null ? Bias.NONE : Bias.TRAINED);
    }
}
