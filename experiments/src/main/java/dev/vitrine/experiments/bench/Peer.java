package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tool as it is installed on this machine: the same step of the same network, timed in a process of its own. */
public final class Peer {
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
    private static final Path TENSORFLOW = Path.of("experiments/peers/tensorflow");
    private static final int PATIENCE_MINUTES = 5;

    private final PeerTool tool;
    private final List<String> command;

    /** The tool, and what starts its program; the program's words follow. */
    Peer(PeerTool tool, List<String> command) {
        this.tool = tool;
        this.command = List.copyOf(command);
    }

    /**
     * What a peer took.
     *
     * @param version of the peer
     * @param threads it was given
     * @param step milliseconds per training step
     * @param item milliseconds from one item in memory to its answer, with as many threads as are best for that
     */
    public record Times(PeerTool tool, String version, int threads, Timing step, Timing item) {}

    /**
     * What a peer is asked to train.
     *
     * @param batch items in a step
     * @param parameters trained values that it must have
     * @param kind of processor that it shall use
     */
    public record Task(Work work, int batch, int parameters, OpenClInfo.Kind kind) {}

    /**
     * The tool as it is installed here.
     *
     * @param root Vitrine's folder
     * @throws UserError with how to get it, if it is missing
     */
    public static Peer find(PeerTool tool, Path root) throws IOException {
        return switch (tool) {
            case TORCH -> torch(PYTHONS);
            case TENSORFLOW -> tensorFlow(root.resolve(TENSORFLOW));
        };
    }

    static Peer torch(List<String> pythons) throws IOException {
        for (String python : pythons) {
            if (hasTorch(python)) {
                return new Peer(PeerTool.TORCH, List.of(python, "-c", torchSteps()));
            }
        }
        throw new UserError("--compare torch: no python3 here can import torch; install PyTorch (Debian: apt install"
                + " python3-torch libopenblas0-pthread), or leave it out");
    }

    static Peer tensorFlow(Path folder) {
        Path jars = folder.resolve("target/jars");
        if (!Files.exists(jars.resolve("steps.jar"))) {
            throw new UserError("--compare tf: TensorFlow is not here; fetch it (165 MB) with mvn -q -f "
                    + folder.resolve("pom.xml") + " package, or leave it out");
        }
        return new Peer(
                PeerTool.TENSORFLOW,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("target/unpacked"),
                        "-cp",
                        jars + "/*",
                        "TensorFlowSteps"));
    }

    private static boolean hasTorch(String python) throws IOException {
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

    /** What it is. */
    public PeerTool tool() {
        return tool;
    }

    /**
     * Times a work with all processors and with one, and gives the faster.
     *
     * @throws RunFailure with the program's last line if it fails, trains another number of weights or does not learn
     */
    public Times time(Task task, Effort effort) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        Times all = time(task, effort, processors);
        if (processors == 1 || task.kind() == OpenClInfo.Kind.GPU) {
            return all;
        }
        Times one = time(task, effort, 1);
        Times step = one.step().median() < all.step().median() ? one : all;
        Timing item = one.item().median() < all.item().median() ? one.item() : all.item();
        return new Times(tool, step.version(), step.threads(), step.step(), item);
    }

    private Times time(Task task, Effort effort, int threads) throws IOException {
        Path output = Files.createTempFile("vitrine-" + tool.word(), ".json");
        try {
            List<String> words = new ArrayList<>(command);
            words.addAll(words(task, effort, threads));
            ProcessBuilder builder =
                    new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment(threads));
            int status = finished(builder.start(), tool.title());
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            if (status != 0) {
                throw new RunFailure(tool.title() + " failed at " + task.work() + " (exit " + status + "): " + last);
            }
            return times(task, threads, printed(task, last));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static List<String> words(Task task, Effort effort, int threads) {
        return List.of(
                task.work().name(),
                Integer.toString(task.batch()),
                Integer.toString(threads),
                Double.toString(effort.warmUpSeconds()),
                Double.toString(effort.seconds()),
                Integer.toString(effort.fewest()),
                Integer.toString(effort.most()),
                task.kind().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> environment(int threads) {
        return Map.of(
                // Large blocks stay with the process: 20 to 40 % faster than PyTorch out of the box.
                "MALLOC_MMAP_MAX_", "0",
                "MALLOC_TRIM_THRESHOLD_", "-1",
                "MALLOC_TOP_PAD_", "268435456",
                "OPENBLAS_NUM_THREADS", Integer.toString(threads),
                "TF_CPP_MIN_LOG_LEVEL", "3");
    }

    private JsonNode printed(Task task, String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            throw new RunFailure(
                    tool.title() + " at " + task.work() + " ended with a line that is no JSON: " + line, e);
        }
    }

    private Times times(Task task, int threads, JsonNode printed) {
        int trained = printed.path("parameters").asInt(0);
        if (trained != task.parameters()) {
            throw new RunFailure(task.work() + ": " + tool.title() + " trains " + trained + " weights, Vitrine "
                    + task.parameters() + "; these are not the same network");
        }
        double[] losses = numbers(printed.get("losses"));
        if (losses.length < 2 || !(losses[losses.length - 1] < losses[0])) {
            throw new RunFailure(task.work() + ": the loss of " + tool.title()
                    + " does not fall on a batch that it sees again; it does not train");
        }
        return new Times(
                tool,
                printed.path("version").asString(""),
                threads,
                Timing.of(numbers(printed.get("milliseconds"))),
                Timing.of(numbers(printed.get("item"))));
    }

    private static double[] numbers(@Nullable JsonNode list) {
        return list == null
                ? new double[0]
                : StreamSupport.stream(list.spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .toArray();
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

    private static String torchSteps() throws IOException {
        try (InputStream in = Objects.requireNonNull(Peer.class.getResourceAsStream("torch_steps.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
