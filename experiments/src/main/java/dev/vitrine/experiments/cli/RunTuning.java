package dev.vitrine.experiments.cli;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.tune.TuningFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Keeps the tuning that a run began with: another one would give other last bits, whatever the user's is by then. */
final class RunTuning {
    /** Its name among the settings of a run; runs on an untuned device have none. */
    static final String SETTING = "tuning";

    private RunTuning() {}

    /** What tells the device's tuning from others; nothing if it is not tuned. */
    static Optional<String> fingerprint(Device device) {
        return device instanceof OpenClDevice openCl && !openCl.tuning().isNone()
                ? Optional.of(openCl.tuning().fingerprint())
                : Optional.empty();
    }

    /** Writes the device's tuning into the run's folder, if it has one. */
    static void keep(RunFolder folder, Device device) throws IOException {
        if (device instanceof OpenClDevice openCl && !openCl.tuning().isNone()) {
            new TuningFile(
                            TuningFile.Place.of(openCl.info(), Version.number()),
                            LocalDate.now(ZoneId.systemDefault()),
                            openCl.tuning())
                    .write(folder.tuning());
        }
    }

    /**
     * The tuning that a run began with.
     *
     * @throws UserError if it is not there any more
     */
    static Tuning of(RunFolder folder, RunConfig config) throws IOException {
        String mark = config.settings().get(SETTING);
        if (mark == null) {
            return Tuning.NONE;
        }
        if (!Files.exists(folder.tuning())) {
            throw new UserError(folder.path() + " cannot go on: it began with tuning " + mark + ", and "
                    + folder.tuning() + " is missing; begin the run again");
        }
        Tuning tuning = TuningFile.read(folder.tuning()).tuning();
        if (!tuning.fingerprint().equals(mark)) {
            throw new UserError(folder.path() + " cannot go on: it began with tuning " + mark + ", and "
                    + folder.tuning() + " is " + tuning.fingerprint() + "; begin the run again");
        }
        return tuning;
    }
}
