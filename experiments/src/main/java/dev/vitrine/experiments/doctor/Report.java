package dev.vitrine.experiments.doctor;

import dev.vitrine.engine.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that the doctor found.
 *
 * @param platforms the OpenCL drivers, those without a device too
 * @param noOpenCl why there is no OpenCL device; empty if there is one
 * @param install how to get an OpenCL driver; empty if there is a device
 * @param auto what {@code --device auto} takes
 */
public record Report(
        Machine machine, List<String> platforms, String noOpenCl, String install, List<Examined> devices, String auto) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Report {
        platforms = List.copyOf(platforms);
        devices = List.copyOf(devices);
    }

    /**
     * One device.
     *
     * @param device what {@code --device} takes
     * @param openCl null for the Java device
     */
    public record Examined(String device, @Nullable OpenClFacts openCl, Check check) {
        boolean isSound() {
            return check.verdict() == Check.Verdict.RIGHT;
        }
    }

    /** What is wrong, one line; empty if every device computes rightly. */
    public String trouble() {
        String unsound = devices.stream()
                .filter(each -> !each.isSound())
                .map(Examined::device)
                .collect(Collectors.joining(", "));
        return unsound.isEmpty() ? "" : "not to be trusted here: " + unsound + advice();
    }

    private String advice() {
        return devices.stream()
                .filter(Examined::isSound)
                .map(Examined::device)
                .findFirst()
                .map(sound -> "; use --device " + sound)
                .orElse("");
    }

    /** Which device {@code --device auto} takes and why, one line. */
    public String autoLine() {
        return "--device auto takes " + auto
                + (auto.equals("java") ? ", for there is no OpenCL device" : ", the first OpenCL device");
    }

    /** Writes all of it as JSON. */
    public void write(Path file) throws IOException {
        byte[] json = JSON.writeValueAsBytes(this);
        AtomicFile.write(file, out -> {
            out.write(json);
            out.write('\n');
        });
    }
}
