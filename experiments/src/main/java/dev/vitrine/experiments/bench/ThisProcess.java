package dev.vitrine.experiments.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** What Linux says of this process; empty elsewhere. */
final class ThisProcess {
    /** In which Linux counts in its files, whatever the kernel's own clock. */
    private static final double TICKS_PER_SECOND = 100;

    /** Of those that follow the name's closing bracket. */
    private static final int START_FIELD = 19;

    private ThisProcess() {}

    /** Seconds since the process began, to a hundredth; a program that {@code exec} put in the place of another counts its time too. */
    static OptionalDouble ageSeconds() {
        List<String> stat = lines("/proc/self/stat");
        List<String> uptime = lines("/proc/uptime");
        return stat.isEmpty() || uptime.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(age(stat.get(0), uptime.get(0)));
    }

    static double age(String stat, String uptime) {
        String afterName = stat.substring(stat.lastIndexOf(')') + 2);
        double began = Long.parseLong(afterName.split(" ", -1)[START_FIELD]) / TICKS_PER_SECOND;
        return Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) - began;
    }

    /** The most memory that it has held, in 10⁶ bytes. */
    static OptionalDouble peakMegabytes() {
        return peak(lines("/proc/self/status"));
    }

    static OptionalDouble peak(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
                .findFirst();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            return List.of(); // not Linux
        }
    }
}
