package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code sub.cl}. */
final class SubOpenCl extends BinaryLaunch {
    SubOpenCl(OpenClDevice device) {
        super(device, "sub.cl");
    }
}
