package dev.vitrine.experiments.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How an OpenCL driver for the processor is had, by operating system. */
public enum InstallHint {
    /** Debian, Ubuntu and their kin. */
    DEBIAN("Debian, Ubuntu", "sudo apt install pocl-opencl-icd ocl-icd-libopencl1"),
    /** Fedora and its kin. */
    FEDORA("Fedora", "sudo dnf install pocl ocl-icd"),
    /** Apple's. */
    MACOS("macOS", "OpenCL comes with the system; else brew install pocl"),
    /** Microsoft's. */
    WINDOWS("Windows", "install the graphics driver or Intel's CPU runtime for OpenCL"),
    /** Any other. */
    OTHER("other systems", "install an OpenCL loader (ocl-icd) and a driver (pocl)");

    private final String system;
    private final String words;

    InstallHint(String system, String words) {
        this.system = system;
        this.words = words;
    }

    /** The systems that it is for. */
    public String system() {
        return system;
    }

    /** What to type or to do, one line. */
    public String words() {
        return words;
    }

    /** The hint for this machine. */
    public static InstallHint here() {
        return of(Objects.requireNonNullElse(System.getProperty("os.name"), ""), osRelease(Path.of("/etc/os-release")));
    }

    /** A system without the file, or one that may not be read, is one that we do not know. */
    private static String osRelease(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * The hint for a machine.
     *
     * @param osName Java's {@code os.name}
     * @param osRelease the text of {@code /etc/os-release}, empty where there is none
     */
    static InstallHint of(String osName, String osRelease) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        if (name.startsWith("mac")) {
            return MACOS;
        }
        List<String> family = family(osRelease);
        if (family.contains("debian") || family.contains("ubuntu")) {
            return DEBIAN;
        }
        return family.contains("fedora") ? FEDORA : OTHER;
    }

    /** The words of ID and ID_LIKE: a distribution, and those that it descends from. */
    private static List<String> family(String osRelease) {
        return osRelease
                .lines()
                .filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
                .map(line -> line.substring(line.indexOf('=') + 1).replaceAll("[\"']", ""))
                .flatMap(words -> Arrays.stream(words.split(" ", -1)))
                .toList();
    }
}
