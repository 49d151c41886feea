package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code div.cl}. */
final class DivOpenCl extends BinaryLaunch {
    DivOpenCl(OpenClDevice device) {
        super(device, "div.cl");
    }
}
