package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Devices;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.bench.Effort;
import dev.vitrine.experiments.bench.Peer;
import dev.vitrine.experiments.bench.PeerTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
    private final Streams streams = new Streams();

    @TempDir
    Path folder;

    private int run(String... words) {
        return streams.run(List.of(new BenchCommand(new Effort(0, 0, 2, 2))), words);
    }

    @Test
    void aTableAndAFile() throws IOException {
        Path json = folder.resolve("bench.json");
        assertThat(run("bench", "--works", "w3", "--batch", "4", "--device", "java", "--json", json.toString()))
                .as(streams.err())
                .isZero();
        assertThat(streams.out())
                .containsPattern("work +batch +median +min ms +max ms +GFLOP/s +of peak +launch +reads")
                .containsPattern("W3 +4 +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ +- +0 +0")
                .containsPattern("work +forward ms +backward ms +update ms +one item ms");
        assertThat(streams.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        JsonNode result = JsonMapper.shared()
                .readTree(Files.readString(json))
                .get("results")
                .get(0);
        assertThat(result.get("work").asString()).isEqualTo("W3");
        assertThat(result.get("size").get("parameters").asInt()).isEqualTo(47_938);
        assertThat(result.get("step").get("count").asInt()).isEqualTo(2);
    }

    @Test
    void kernelsByLayerWithCharts() {
        if (Devices.openCl().isEmpty()) {
            Assumptions.abort("no OpenCL device: " + Devices.whyNoOpenCl());
        }
        assertThat(run(
                        "bench",
                        "--works",
                        "W3",
                        "--batch",
                        "4",
                        "--device",
                        "opencl",
                        "--profile",
                        "--kernels",
                        "--out",
                        folder.toString()))
                .as(streams.err())
                .isZero();
        assertThat(streams.out())
                .containsPattern(
                        "At most: [0-9]+ GFLOP/s, [0-9]+ GB/s \\(memory\\), [0-9]+ GB/s \\(caches\\), [0-9.]+ us")
                .containsPattern("W3: a step takes [0-9.]+ ms, its kernels [0-9.]+ ms\\.")
                .containsPattern("layers\\.0 +[0-9.]+ +[0-9.]+ +- +[0-9]+ %")
                .containsPattern("optimizer +- +- +[0-9.]+ +[0-9]+ %")
                .containsPattern("linear\\.forward +layers\\.2 +1 +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9]+ %");
        assertThat(streams.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(folder.resolve("w3-roofline.svg")).exists();
        assertThat(folder.resolve("w3-layers.csv")).exists();
    }

    @Test
    void theFirstStepsAndTheMemory() throws IOException {
        Path json = folder.resolve("steps.json");
        assertThat(run(
                        "bench",
                        "--works",
                        "W3",
                        "--batch",
                        "4",
                        "--device",
                        "java",
                        "--steps",
                        "3",
                        "--json",
                        json.toString()))
                .as(streams.err())
                .isZero();
        assertThat(streams.out())
                .containsPattern("work +batch +steps +first step s +the others s +largest memory MB")
                .containsPattern("W3 +4 +3 +[0-9.-]+ +[0-9.]+ +[0-9-]+");
        JsonNode works = JsonMapper.shared().readTree(Files.readString(json)).get("works");
        assertThat(works.get(0).get("steps").asInt()).isEqualTo(3);
    }

    @Test
    void theCostBySize() throws IOException {
        Path json = folder.resolve("sizes.json");
        assertThat(run(
                        "bench",
                        "--works",
                        "W3",
                        "--device",
                        "java",
                        "--scaling",
                        "--out",
                        folder.toString(),
                        "--json",
                        json.toString()))
                .as(streams.err())
                .isZero();
        assertThat(streams.out()).contains("W3 by batch").containsPattern("64 +[0-9.]+ +[0-9.]+ +[0-9.]+ +1.00");
        assertThat(folder.resolve("w3-by-batch.svg")).exists();
        JsonNode works = JsonMapper.shared().readTree(Files.readString(json)).get("works");
        assertThat(works.get(0).get("batches")).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource(PeerTool.class)
    void aPeerRunsInTurn(PeerTool tool) throws IOException {
        try {
            Peer.find(tool, Path.of(System.getProperty("vitrine.root", "")));
        } catch (UserError missing) {
            Assumptions.abort(String.valueOf(missing.getMessage()));
        }
        assertThat(run("bench", "--works", "W3", "--batch", "2", "--device", "java", "--compare", tool.word()))
                .as(streams.err())
                .isZero();
        assertThat(streams.out())
                .containsPattern("W3 +Vitrine +[0-9.]+ +[0-9.]+ +[0-9.]+")
                .containsPattern("W3 +" + tool.title() + " +[0-9]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ to")
                .containsPattern("one item in +Vitrine ms +there ms +ratio +ratios")
                .containsPattern("Beside it: " + tool.title() + " [0-9.]+");
    }

    @Test
    void wrongUseIsSaidInOneLine() {
        refused("--works must be all or some of W1, W2, W3, W4, W5, got W1,W9", "bench", "--works", "W1,W9");
        refused("--batch must be from 1 to 100000, got 0", "bench", "--batch", "0");
        refused(
                "--threads must be from 1 to the number of processors, and takes the launcher ./vitrine (bash); got 1."
                        + " Elsewhere bind the process: taskset -c 0 COMMAND",
                "bench",
                "--threads",
                "1");
        refused("--compare must be torch, tf or torch,tf, got dl4j", "bench", "--compare", "dl4j");
        refused(
                "--compare times whole steps; leave --profile, --kernels, --scaling, --steps, --odd and --ladder out",
                "bench",
                "--compare",
                "torch",
                "--profile");
        refused("--out takes the charts of --profile, --kernels or --scaling; add one of them", "bench", "--out", "x");
        refused("--seconds must be from 0.01 to 3600, got 0.0", "bench", "--seconds", "0");
        refused("--seconds must be from 0.01 to 3600, got NaN", "bench", "--seconds", "NaN");
        refused("--steps must be from 1 to 1000000, got 0", "bench", "--steps", "0");
        refused(
                "--profile and --kernels, --scaling, --steps, --odd and --ladder measure different things; choose one",
                "bench",
                "--scaling",
                "--steps",
                "2");
        refused(
                "--profile, --kernels, --odd and --ladder time the kernels of an OpenCL device; java has none: leave them"
                        + " out, or use --device opencl",
                "bench",
                "--device",
                "java",
                "--profile");
    }

    @Test
    void aRowForEachRungOfTheLadder() throws IOException {
        if (Devices.openCl().isEmpty()) {
            Assumptions.abort("no OpenCL device: " + Devices.whyNoOpenCl());
        }
        Path json = folder.resolve("ladder.json");
        assertThat(run(
                        "bench",
                        "--works",
                        "W1",
                        "--batch",
                        "2",
                        "--ladder",
                        "--device",
                        "opencl",
                        "--json",
                        json.toString()))
                .as(streams.err())
                .isZero();
        assertThat(streams.out()).contains("W1, 2 items: a step, and its kernels");
        JsonNode rungs = JsonMapper.shared()
                .readTree(Files.readString(json))
                .get("works")
                .get(0)
                .get("rungs");
        assertThat(rungs.valueStream().map(rung -> rung.get("rung").asString()))
                .containsExactly("NAIVE", "REGISTERS", "VECTORS", "FUSED");
        int unfused = rungs.get(2).get("launches").asInt();
        assertThat(rungs.get(3).get("launches").asInt()).isEqualTo(unfused - 2 * 10); // ten ReLUs, both ways
        assertThat(streams.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    private void refused(String line, String... words) {
        Streams fresh = new Streams();
        assertThat(fresh.run(List.of(new BenchCommand(new Effort(0, 0, 2, 2))), words))
                .isEqualTo(2);
        assertThat(fresh.err()).endsWith("vitrine: " + line + System.lineSeparator());
    }
}
