package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code pow.cl}. */
final class PowOpenCl extends BinaryLaunch {
    PowOpenCl(OpenClDevice device) {
        super(device, "pow.cl");
    }
}
