package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code log.cl}. */
final class LogOpenCl extends UnaryLaunch {
    LogOpenCl(OpenClDevice device) {
        super(device, "log.cl");
    }
}
