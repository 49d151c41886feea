package dev.vitrine.experiments.cli;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.DeviceException;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.experiments.UserError;

/** Opens the device that {@code --device} names, and says in one line which it is. */
final class DeviceChoice {
    static final String HELP = "auto takes OpenCL where it works; java is always there.";

    private DeviceChoice() {}

    static Device open(String choice, Console console) {
        try {
            Device device = Devices.open(choice);
            String why = choice.equals("auto") && Devices.openCl().isEmpty() ? " (" + Devices.whyNoOpenCl() + ")" : "";
            console.warn("device: " + device.description() + why);
            return device;
        } catch (DeviceException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }
}
