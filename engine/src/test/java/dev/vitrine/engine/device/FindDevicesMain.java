package dev.vitrine.engine.device;

/** Says which devices this process sees. */
final class FindDevicesMain {
    private FindDevicesMain() {}

    public static void main(String[] arguments) {
        try (Device device = Devices.open("auto")) {
            System.out.println("auto is " + device.name());
        }
        System.out.println("reason: " + Devices.whyNoOpenCl());
        try {
            Devices.open("opencl").close();
        } catch (DeviceException e) {
            System.out.println(e.getMessage());
        }
    }
}
