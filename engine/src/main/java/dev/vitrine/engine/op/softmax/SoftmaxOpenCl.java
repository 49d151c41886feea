package dev.vitrine.engine.op.softmax;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code softmax.cl}. */
final class SoftmaxOpenCl extends SoftmaxLaunch {
    SoftmaxOpenCl(OpenClDevice device) {
        super(device, "softmax.cl");
    }
}
