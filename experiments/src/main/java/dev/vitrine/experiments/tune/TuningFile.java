package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.engine.io.AtomicFile;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tuning as it is kept: a few lines on where it was found, an empty line, and the tuning's own lines.
 *
 * @param date when it was found
 */
public record TuningFile(Place place, LocalDate date, Tuning tuning) {
    /**
     * What a tuning holds for.
     *
     * @param vitrine the version of this program
     */
    public record Place(String device, String platform, String driver, String vitrine) {
        /** Here and now. */
        public static Place of(OpenClInfo info, String vitrine) {
            return new Place(
                    oneLine(info.deviceName()), oneLine(info.platformName()), oneLine(info.driverVersion()), vitrine);
        }

        private static String oneLine(String words) {
            return words.strip().replaceAll("\\p{Cntrl}", "?");
        }

        /** What another place has that this has not, in words; empty if nothing. */
        String otherThan(Place here) {
            if (!device.equals(here.device) || !platform.equals(here.platform)) {
                return "the device " + device + " (" + platform + ")";
            }
            if (!driver.equals(here.driver)) {
                return "driver " + driver;
            }
            return vitrine.equals(here.vitrine) ? "" : "vitrine " + vitrine;
        }
    }

    private static final String TITLE = "# what vitrine tune found to be quicker than the usual numbers";

    /** Writes it whole or not at all. */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                TITLE,
                "device: " + place.device,
                "platform: " + place.platform,
                "driver: " + place.driver,
                "vitrine: " + place.vitrine,
                "date: " + date,
                ""));
        lines.addAll(tuning.lines());
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        AtomicFile.write(file, out -> out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UserError if it is something else; one line
     */
    public static TuningFile read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw garbled(file, "expected text, got bytes that are none", e);
        }
        if (lines.size() < 7 || !lines.get(0).equals(TITLE) || !lines.get(6).isEmpty()) {
            throw garbled(file, "expected '" + TITLE + "', five lines on where, and an empty one", null);
        }
        try {
            Place place = new Place(
                    value(lines.get(1), "device"),
                    value(lines.get(2), "platform"),
                    value(lines.get(3), "driver"),
                    value(lines.get(4), "vitrine"));
            LocalDate date = LocalDate.parse(value(lines.get(5), "date"));
            return new TuningFile(place, date, Tuning.of(lines.subList(7, lines.size())));
        } catch (DateTimeParseException e) {
            throw garbled(file, "expected a date such as 2026-11-21, got '" + e.getParsedString() + "'", e);
        } catch (IllegalArgumentException e) {
            throw garbled(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name + ": ")) {
            throw new IllegalArgumentException("expected '" + name + ": ...', got '" + line + "'");
        }
        return line.substring(name.length() + 2);
    }

    private static UserError garbled(Path file, String what, @Nullable Exception cause) {
        String message = file + " is no tuning: " + what;
        return cause == null ? new UserError(message) : new UserError(message, cause);
    }
}
