package dev.vitrine.experiments.pretrained;

import dev.vitrine.engine.nn.Conv2d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.op.view.Concat;
import dev.vitrine.engine.tensor.Tensor;

/**
 * Few channels, then many: 1×1 squeezes to S, then 1×1 and 3×3 side by side expand to E channels each.
 *
 * <pre>
 * x [N, C, H, W] → s = ReLU(Conv2d S 1×1) → [ReLU(Conv2d E 1×1 of s), ReLU(Conv2d E 3×3 SAME of s)] → [N, 2 E, H, W]
 * </pre>
 */
final class Fire extends Module {
    private final Conv2d squeeze;
    private final Conv2d expandOne;
    private final Conv2d expandThree;
    private final ReLU relu;

    Fire(int in, int squeezed, int expanded) {
        squeeze = child("squeeze1x1", new Conv2d(in, squeezed, Window2d.of(1), Init.glorotUniform()));
        expandOne = child("expand1x1", new Conv2d(squeezed, expanded, Window2d.of(1), Init.glorotUniform()));
        Window2d three = Window2d.square(Window.of(3).padding(Padding.SAME));
        expandThree = child("expand3x3", new Conv2d(squeezed, expanded, three, Init.glorotUniform()));
        relu = child("relu", new ReLU());
    }

    @Override
    protected Tensor compute(Tensor x) {
        Tensor squeezed = relu.forward(squeeze.forward(x));
        Tensor one = relu.forward(expandOne.forward(squeezed));
        return Concat.concat(1, one, relu.forward(expandThree.forward(squeezed)));
    }
}
