package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code abs.cl}. */
final class AbsOpenCl extends UnaryLaunch {
    AbsOpenCl(OpenClDevice device) {
        super(device, "abs.cl");
    }
}
