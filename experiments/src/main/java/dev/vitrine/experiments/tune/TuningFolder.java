package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * The folder with a tuning for each device of a user.
 *
 * @param path {@code .vitrine/tuning} in the user's home, or what {@code VITRINE_TUNING} says
 * @param vitrine the version of this program
 */
public record TuningFolder(Path path, String vitrine) {
    /** The property before the environment, so that tests have folders of their own. */
    private static final String PROPERTY = "vitrine.tuning";

    private static final String ENVIRONMENT = "VITRINE_TUNING";

    /** The user's own. */
    public static TuningFolder ofUser(String vitrine) {
        String said = System.getProperty(PROPERTY, Objects.requireNonNullElse(System.getenv(ENVIRONMENT), ""));
        return new TuningFolder(
                said.isEmpty() ? Path.of(System.getProperty("user.home", ""), ".vitrine", "tuning") : Path.of(said),
                vitrine);
    }

    /**
     * What there is for a device.
     *
     * @param tuning what to use; none where there is no file, or none that holds
     * @param words the same in words, one line; with what is the matter with a file that is not used
     * @param trouble true if there is a file and it is not used
     */
    public record Found(Tuning tuning, String words, boolean trouble) {}

    /** The file of a device, whether it is there or not. */
    public Path file(OpenClInfo info) {
        String name = (info.platformName() + " " + info.deviceName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return path.resolve((name.isEmpty() ? "device" : name) + ".txt");
    }

    /** Where a tuning of the device holds. */
    public TuningFile.Place place(OpenClInfo info) {
        return TuningFile.Place.of(info, vitrine);
    }

    /** Looks for the tuning of a device. A file that cannot be used is not used, and that is said. */
    public Found find(OpenClInfo info) {
        Path file = file(info);
        if (!Files.exists(file)) {
            return new Found(Tuning.NONE, "none; make one with vitrine tune", false);
        }
        try {
            TuningFile read = TuningFile.read(file);
            String other = read.place().otherThan(place(info));
            if (!other.isEmpty()) {
                return unused(file + " is for " + other);
            }
            int count = read.tuning().chosen().size();
            return new Found(
                    read.tuning(),
                    count + (count == 1 ? " pass, " : " passes, ")
                            + read.tuning().fingerprint() + ", found " + read.date() + ", in " + file,
                    false);
        } catch (UserError e) {
            return unused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return unused(file + " cannot be read (" + e.getMessage() + ")");
        }
    }

    private static Found unused(String why) {
        return new Found(
                Tuning.NONE, why + "; not used: make it again with vitrine tune, or vitrine tune --reset", true);
    }
}
