package dev.vitrine.experiments.cli;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.DeviceException;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Rung;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.tune.TuningFolder;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens the device that {@code --device} names, and says in one line which it is. */
final class DeviceChoice {
    static final String HELP = "auto takes OpenCL where it works; java is always there.";

    private DeviceChoice() {}

    /** The name of the device whose kernels go no further up the ladder than {@code word}; all the way if that is null. */
    static String upTo(@Nullable String word, String choice) {
        if (word == null) {
            return choice;
        }
        Rung rung = Arrays.stream(Rung.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UserError("--kernels must be naive, registers, vectors or fused, got " + word));
        String named = choice.equals("auto") ? Devices.autoChoice() : choice;
        if (named.equals("java")) {
            throw new UserError("--kernels " + word + ": the Java device has no kernels; use --device opencl");
        }
        return named + ":" + rung.word();
    }

    /** As the user has tuned it. */
    static Device open(String choice, Console console) {
        return open(choice, info -> tuning(info, console), console);
    }

    private static Tuning tuning(OpenClInfo info, Console console) {
        TuningFolder.Found found = TuningFolder.ofUser(Version.number()).find(info);
        if (found.trouble()) {
            console.warn("warning: " + found.words());
        }
        return found.tuning();
    }

    static Device open(String choice, Function<OpenClInfo, Tuning> tunings, Console console) {
        try {
            Device device = Devices.open(choice, tunings);
            String why = choice.equals("auto") && Devices.openCl().isEmpty() ? " (" + Devices.whyNoOpenCl() + ")" : "";
            console.warn("device: " + device.description() + why);
            return device;
        } catch (DeviceException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }
}
