package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.io.Npz;
import dev.vitrine.engine.io.Precision;
import dev.vitrine.engine.io.Safetensors;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.model.NamedNetwork;
import dev.vitrine.experiments.trace.Update;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
    private static final String NETWORKS = "cats-dogs, audioset-initial, audioset-small, audioset-tiny, audioset-image,"
            + " music-speech-256, music-speech-128, nsynth-minimal, nsynth-original, esc-raw, esc-features, esc-mlp";

    private final Streams streams = new Streams();

    @TempDir
    private Path folder;

    private int run(String... words) {
        return streams.run(List.of(new TraceCommand()), words);
    }

    private Path traced(String optimizer, String device, String file) {
        return traced("cats-dogs", optimizer, device, file);
    }

    private Path traced(String network, String optimizer, String device, String file) {
        Path out = folder.resolve(file);
        String[] words = {
            "trace",
            network,
            "--steps",
            network.equals("cats-dogs") ? "3" : "2",
            "--batch",
            "2",
            "--optimizer",
            optimizer,
            "--seed",
            "7",
            "--device",
            device,
            "--out",
            out.toString()
        };
        assertThat(run(words)).as(streams.err()).isZero();
        return out;
    }

    private static double[] get(Map<String, HostArray> trace, String path) {
        return Objects.requireNonNull(trace.get(path), path).values();
    }

    @Test
    void fileHoldsEveryValueOfEveryStepByPath() throws IOException {
        Map<String, HostArray> trace =
                Safetensors.read(traced("adam", "java", "a.safetensors")).arrays();
        assertThat(trace.keySet())
                .contains("step0/input", "step0/target", "step0/loss", "step0/features.0.weight")
                .contains("step0/features.0.out", "step0/features.0.weight.grad", "step0/features.0.out.grad")
                .contains("step2/features.1.running_var", "step2/out.grad", "final/features.0.weight", "lr")
                .doesNotContain("step0/features.1.running_var.grad", "step3/input");
        assertThat(get(trace, "lr")).containsExactly(0.001, 0.001, 0.001);
        assertThat(get(trace, "step0/input")).isNotEqualTo(get(trace, "step1/input"));
        Map<String, HostArray> same = Npz.read(traced("adam", "java", "b.npz"));
        assertThat(same.keySet()).isEqualTo(trace.keySet());
        trace.forEach((path, array) -> assertThat(get(same, path)).as(path).containsExactly(array.values()));
    }

    /** Weights after each step, made again from the gradients in the file by hand. */
    @Test
    void weightsFollowFromTheGradientsInTheFile() throws IOException {
        Map<String, HostArray> trace = Npz.read(traced("sgd", "java", "sgd.npz"));
        for (String path : trace.keySet().stream()
                .filter(name -> name.startsWith("step0/") && name.endsWith(".grad") && !name.endsWith("out.grad"))
                .map(name -> name.substring("step0/".length(), name.length() - ".grad".length()))
                .toList()) {
            double[] w = get(trace, "step0/" + path).clone();
            double[] v = new double[w.length];
            for (int step = 0; step < 3; step++) {
                double[] g = get(trace, "step" + step + "/" + path + ".grad");
                for (int i = 0; i < w.length; i++) {
                    v[i] = 0.9 * v[i] + g[i];
                    w[i] -= 0.01 * v[i];
                }
                String after = step == 2 ? "final/" : "step" + (step + 1) + "/";
                assertThat(get(trace, after + path)).as(after + path).containsExactly(w, within(1e-15));
            }
        }
    }

    /** The loss and its gradient are the textbook's: mean of log(1 + exp(-z)) where the target is 1, else of z. */
    @Test
    void lossFollowsFromTheLogitsInTheFile() throws IOException {
        Map<String, HostArray> trace = Npz.read(traced("sgd", "java", "loss.npz"));
        double[] z = get(trace, "step1/out");
        double[] y = get(trace, "step1/target");
        double loss = 0;
        for (int i = 0; i < z.length; i++) {
            loss += Math.log1p(Math.exp(y[i] == 1 ? -z[i] : z[i])) / z.length;
            assertThat(get(trace, "step1/out.grad")[i])
                    .isCloseTo((1 / (1 + Math.exp(-z[i])) - y[i]) / z.length, within(1e-14));
        }
        assertThat(get(trace, "step1/loss")).containsExactly(new double[] {loss}, within(1e-14));
    }

    /** Where PyTorch is at hand it computes every array again: each optimiser, and each network of the five systems. */
    @Test
    void pyTorchReplaysEveryOptimizerAndEveryNetwork() throws Exception {
        if (!pythonHasTorch()) {
            Assumptions.abort("PyTorch is not installed (Debian: apt install python3-torch)");
        }
        List<Path> files = new ArrayList<>();
        for (Update update : Update.values()) {
            files.add(traced(update.toString(), "java", update + ".safetensors"));
        }
        for (NamedNetwork network : NamedNetwork.values()) {
            if (network != NamedNetwork.CATS_DOGS && network != NamedNetwork.NSYNTH_ORIGINAL) { // that is 2 GB a step
                files.add(traced(network.word(), "adam", "java", network.word() + ".safetensors"));
            }
        }
        String said = replay(files);
        assertThat(said).isEqualTo("every array agrees" + System.lineSeparator());
    }

    /** What the replay would say if our numbers were wrong: an array is changed by a millionth. */
    @Test
    void pyTorchFindsOneWrongNumber() throws Exception {
        if (!pythonHasTorch()) {
            Assumptions.abort("PyTorch is not installed (Debian: apt install python3-torch)");
        }
        Path file = traced("esc-mlp", "sgd", "java", "right.safetensors");
        Safetensors right = Safetensors.read(file);
        Map<String, HostArray> arrays = new LinkedHashMap<>(right.arrays());
        double[] spoilt = get(arrays, "step1/layers.2.weight.grad").clone();
        spoilt[7] += 1e-6;
        arrays.put("step1/layers.2.weight.grad", new HostArray(Shape.of(256, 256), spoilt));
        Path wrong = folder.resolve("wrong.safetensors");
        new Safetensors(arrays, right.metadata()).write(wrong, Precision.FLOAT64);
        assertThat(replay(List.of(wrong)).lines())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith(wrong + ": step1/layers.2.weight.grad: differs by 1.00e-06 where the largest is ");
    }

    private String replay(List<Path> files) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "/usr/bin/python3",
                Path.of(Objects.requireNonNull(getClass().getResource("/golden/replay_trace.py"))
                                .toURI())
                        .toString()));
        files.forEach(file -> words.add(file.toString()));
        Process replay = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        replay.waitFor();
        return said;
    }

    /** The factors are those that dropout multiplied with, and another step has others. */
    @Test
    void masksOfDropoutAreInTheFile() throws IOException {
        Map<String, HostArray> trace = Npz.read(traced("esc-features", "adam", "java", "masks.npz"));
        double[] x = get(trace, "step0/features.2.out");
        double[] mask = get(trace, "step0/features.3.mask");
        double[] y = get(trace, "step0/features.3.out");
        for (int i = 0; i < x.length; i++) {
            assertThat(y[i]).isEqualTo(x[i] * mask[i]);
        }
        assertThat(Arrays.stream(mask).distinct()).containsExactlyInAnyOrder(0.0, 1 / 0.8);
        assertThat(get(trace, "step1/features.3.mask")).isNotEqualTo(mask);
    }

    private static boolean pythonHasTorch() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/python3"))) {
            return false;
        }
        Process process = new ProcessBuilder("/usr/bin/python3", "-c", "import torch, numpy")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void devicesStayCloseOverAStep() throws IOException {
        if (Devices.openCl().isEmpty()) {
            Assumptions.abort("no OpenCL device: " + Devices.whyNoOpenCl());
        }
        Map<String, HostArray> java = Npz.read(traced("adam", "java", "java.npz"));
        Map<String, HostArray> openCl = Npz.read(traced("adam", "opencl", "opencl.npz"));
        assertThat(openCl.keySet()).isEqualTo(java.keySet());
        java.forEach((path, array) -> {
            if (path.startsWith("step0/")) {
                double largest =
                        Arrays.stream(array.values()).map(Math::abs).max().orElse(0);
                assertThat(get(openCl, path)).as(path).containsExactly(array.values(), within(1e-4 * largest + 1e-6));
            }
        });
    }

    @Test
    void badWordsAreRefusedInOneLineAndNothingIsWritten() throws IOException {
        String out = folder.resolve("x.npz").toString();
        refused("trace: expected one network of " + NETWORKS + ", got nothing", "trace", "--out", out);
        refused("trace: expected one network of " + NETWORKS + ", got cats", "trace", "cats", "--out", out);
        refused("--steps must be from 1 to 10000, got 0", "trace", "cats-dogs", "--steps", "0", "--out", out);
        refused("--batch must be from 1 to 10000, got -1", "trace", "cats-dogs", "--batch", "-1", "--out", out);
        refused(
                "--optimizer must be one of sgd, nesterov, rmsprop, adam, adamw, got adamx",
                "trace",
                "cats-dogs",
                "--optimizer",
                "adamx",
                "--out",
                out);
        refused("--out must end in .safetensors or .npz, got x.csv", "trace", "cats-dogs", "--out", "x.csv");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private void refused(String line, String... words) {
        Streams fresh = new Streams();
        assertThat(fresh.run(List.of(new TraceCommand()), words)).isEqualTo(2);
        assertThat(fresh.err()).isEqualTo("vitrine: " + line + System.lineSeparator());
    }
}
