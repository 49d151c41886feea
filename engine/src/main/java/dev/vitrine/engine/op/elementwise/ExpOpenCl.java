package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code exp.cl}. */
final class ExpOpenCl extends UnaryLaunch {
    ExpOpenCl(OpenClDevice device) {
        super(device, "exp.cl");
    }
}
