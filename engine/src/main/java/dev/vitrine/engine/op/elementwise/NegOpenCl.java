package dev.vitrine.engine.op.elementwise;

import dev.vitrine.engine.device.OpenClDevice;

/** Launches the kernels of {@code neg.cl}. */
final class NegOpenCl extends UnaryLaunch {
    NegOpenCl(OpenClDevice device) {
        super(device, "neg.cl");
    }
}
