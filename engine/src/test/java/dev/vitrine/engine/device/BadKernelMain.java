package dev.vitrine.engine.device;

/** Launches one kernel of {@code bad.cl}, which is wrong on purpose. */
final class BadKernelMain {
    private BadKernelMain() {}

    public static void main(String[] arguments) {
        OpenClInfo info = Devices.openCl().get(0);
        try (OpenClDevice device = Devices.open(info, new Profile(1, 64))) {
            Buffer buffer = device.allocate(64);
            buffer.write(new float[64]);
            device.kernel(BadKernelMain.class, "bad.cl", arguments[0], Defines.NONE)
                    .launch(WorkSize.groups(device.profile()), buffer, buffer.size());
            device.synchronize();
        }
    }
}
