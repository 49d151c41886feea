package dev.vitrine.engine.nn.own;

import dev.vitrine.engine.nn.Conv1d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Parameter;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;

/** x plus a share of what a convolution makes of it, x [N, C, L] to the same shape; the share begins at 0. */
final class Residual extends Module {
    private final Conv1d conv;
    private final Parameter share = parameter("share", Shape.of(1), Init.zeros());

    Residual(int channels) {
        Window window = Window.of(3).padding(Padding.SAME);
        conv = child("conv", new Conv1d(channels, channels, window, Init.heNormal()));
    }

    @Override
    protected Tensor compute(Tensor x) {
        return x.add(conv.forward(x).relu().mul(share.tensor()));
    }
}
