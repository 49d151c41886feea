package dev.vitrine.engine.op.softmax;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code log_softmax.cl}. */
final class LogSoftmaxOpenCl extends SoftmaxLaunch {
    LogSoftmaxOpenCl(OpenClDevice device) {
        super(device, "log_softmax.cl");
    }
}
