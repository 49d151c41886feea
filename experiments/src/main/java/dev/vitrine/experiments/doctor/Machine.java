package dev.vitrine.experiments.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;

/**
 * What Java says of this machine.
 *
 * @param java the Java version and who made it
 * @param system the operating system and the processor's kind
 * @param threads threads that run at the same time
 * @param heapBytes the memory that this Java may use
 * @param memoryBytes the memory that the machine has
 */
public record Machine(String java, String system, int threads, long heapBytes, long memoryBytes) {
    /** This machine. */
    public static Machine here() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                property("java.version") + " (" + property("java.vendor") + ")",
                property("os.name") + " " + property("os.version") + ", " + property("os.arch"),
                runtime.availableProcessors(),
                runtime.maxMemory(),
                Objects.requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class))
                        .getTotalMemorySize());
    }

    private static String property(String name) {
        return Objects.requireNonNullElse(System.getProperty(name), "unknown");
    }
}
