package dev.vitrine.engine.op.arithmetic;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code add.cl}. */
final class AddOpenCl extends BinaryLaunch {
    AddOpenCl(OpenClDevice device) {
        super(device, "add.cl");
    }
}
