package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code mul.cl}. */
final class MulOpenCl extends BinaryLaunch {
    MulOpenCl(OpenClDevice device) {
        super(device, "mul.cl");
    }
}
