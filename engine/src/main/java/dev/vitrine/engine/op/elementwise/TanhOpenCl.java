package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code tanh.cl}. */
final class TanhOpenCl extends UnaryLaunch {
    TanhOpenCl(OpenClDevice device) {
        super(device, "tanh.cl");
    }
}
