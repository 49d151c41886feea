package dev.vitrine.experiments.bench;

import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PyTorch, as it is installed on this machine: the same step of the same network, timed in a process of its own. */
public final class Peer {
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
    private static final int PATIENCE_MINUTES = 5;

    private final String python;

    private Peer(String python) {
        this.python = python;
    }

    /**
     * What a peer took.
     *
     * @param version of the peer
     * @param threads it was given
     * @param step milliseconds per training step
     */
    public record Times(String version, int threads, Timing step) {}

    /**
     * The first Python that has PyTorch.
     *
     * @throws UserError if there is none
     */
    public static Peer torch() throws IOException {
        for (String python : PYTHONS) {
            if (has(python)) {
                return new Peer(python);
            }
        }
        throw new UserError("--compare torch: no python3 here can import torch; install PyTorch (Debian: apt install"
                + " python3-torch), or leave --compare out");
    }

    private static boolean has(String python) throws IOException {
        try {
            Process process = new ProcessBuilder(python, "-c", "import torch")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return finished(process, python) == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    /**
     * Times a work with all processors and with one, and gives the faster.
     *
     * @throws RunFailure with the program's last line if it fails or trains another number of weights
     */
    public Times time(Work work, int batch, int parameters, Effort effort) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        Times all = time(work, batch, parameters, effort, processors);
        Times one = processors == 1 ? all : time(work, batch, parameters, effort, 1);
        return one.step().median() < all.step().median() ? one : all;
    }

    private Times time(Work work, int batch, int parameters, Effort effort, int threads) throws IOException {
        Path script = Files.createTempFile("vitrine-torch", ".py");
        Path output = Files.createTempFile("vitrine-torch", ".json");
        try {
            Files.write(script, source());
            ProcessBuilder builder = new ProcessBuilder(
                            python,
                            script.toString(),
                            work.name(),
                            Integer.toString(batch),
                            Integer.toString(threads),
                            Double.toString(effort.warmUpSeconds()),
                            Double.toString(effort.seconds()),
                            Integer.toString(effort.fewest()),
                            Integer.toString(effort.most()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            // Large blocks stay with the process: 20 to 40 % faster than PyTorch out of the box.
            builder.environment().put("MALLOC_MMAP_MAX_", "0");
            builder.environment().put("MALLOC_TRIM_THRESHOLD_", "-1");
            builder.environment().put("MALLOC_TOP_PAD_", "268435456");
            builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
            int status = finished(builder.start(), "PyTorch");
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            if (status != 0) {
                throw new RunFailure("PyTorch failed at " + work + " (exit " + status + "): " + last);
            }
            return times(work, threads, parameters, JsonMapper.shared().readTree(last));
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(output);
        }
    }

    private static Times times(Work work, int threads, int parameters, JsonNode printed) {
        int trained = printed.get("parameters").asInt();
        if (trained != parameters) {
            throw new RunFailure(work + ": PyTorch trains " + trained + " weights, Vitrine " + parameters
                    + "; these are not the same network");
        }
        double[] milliseconds = StreamSupport.stream(printed.get("milliseconds").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        return new Times(printed.get("version").asString(), threads, Timing.of(milliseconds));
    }

    private static int finished(Process process, String what) throws IOException {
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new RunFailure(what + " has not ended after " + PATIENCE_MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for " + what, e);
        }
    }

    private static byte[] source() throws IOException {
        try (InputStream in = Objects.requireNonNull(Peer.class.getResourceAsStream("torch_steps.py"))) {
            return in.readAllBytes();
        }
    }
}
