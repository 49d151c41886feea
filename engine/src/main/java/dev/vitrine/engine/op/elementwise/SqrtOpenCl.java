package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code sqrt.cl}. */
final class SqrtOpenCl extends UnaryLaunch {
    SqrtOpenCl(OpenClDevice device) {
        super(device, "sqrt.cl");
    }
}
