package dev.vitrine.experiments.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.experiments.model.Objective;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedTest {
    @TempDir
    private Path folder;

    private static Path data(String name) {
        Path path = Path.of(System.getProperty("vitrine.data", ""))
                .resolve("imagenet")
                .resolve(name);
        if (!Files.exists(path)) {
            Assumptions.abort("no " + path + "; -Dvitrine.data=DIR says where the weights are");
        }
        return path;
    }

    /** What a network says of a picture, the most likely first. */
    private record Guess(String name, double probability) {}

    private static List<Guess> guesses(Module module, Weights weights, float[] x, Shape shape, Path labels)
            throws IOException {
        List<String> names = Files.readAllLines(labels).stream()
                .filter(name -> !name.equals("background"))
                .toList();
        try (Device device = new JavaDevice()) {
            Network network = Network.of(device, module, 1);
            weights.into(network);
            network.mode(Mode.EVALUATION);
            try (Scope scope = device.inference()) {
                List<Double> p = Objective.WHICH_CLASS
                        .probabilities(network.forward(Tensor.of(device, shape, x)))
                        .get(0);
                return IntStream.range(0, p.size())
                        .mapToObj(i -> new Guess(names.get(i), p.get(i)))
                        .sorted(Comparator.comparing(Guess::probability).reversed())
                        .limit(3)
                        .toList();
            }
        }
    }

    private static List<Guess> darknet(String picture) throws IOException {
        byte[] rgb = Files.readAllBytes(data("testimg/" + picture + "_224.rgb"));
        float[] x = new float[rgb.length];
        int pixels = rgb.length / 3;
        for (int i = 0; i < rgb.length; i++) {
            x[i % 3 * pixels + i / 3] = (rgb[i] & 255) / 255f;
        }
        return guesses(
                new DarknetTiny(DarknetTiny.CLASSES),
                DarknetTiny.read(data("darknet_tiny_tfjs")),
                x,
                Shape.of(1, 3, DarknetTiny.SIDE, DarknetTiny.SIDE),
                data("darknet_labels_first1000.txt"));
    }

    /** The numbers stand beside the weights: what the network is known to say. */
    @Test
    void darknetKnowsThePictures() throws IOException {
        assertThat(darknet("cat")).extracting(Guess::name).containsExactly("Egyptian cat", "tabby", "tiger cat");
        Guess parrot = darknet("parrot").get(0);
        assertThat(parrot.name()).isEqualTo("macaw");
        assertThat(parrot.probability()).isCloseTo(0.98, within(0.01));
        Guess bird = darknet("bird").get(0);
        assertThat(bird.name()).isEqualTo("chickadee");
        assertThat(bird.probability()).isCloseTo(0.93, within(0.01));
    }

    @Test
    void squeezeNetKnowsACat() throws IOException {
        byte[] rgb = Files.readAllBytes(data("testimg/cat_227.rgb"));
        float[] means = {104, 117, 123};
        float[] x = new float[rgb.length];
        int pixels = rgb.length / 3;
        for (int i = 0; i < rgb.length; i++) {
            int channel = 2 - i % 3; // blue, green, red
            x[channel * pixels + i / 3] = (rgb[i] & 255) - means[channel];
        }
        Guess cat = guesses(
                        new SqueezeNet(SqueezeNet.CLASSES),
                        SqueezeNet.read(data("squeezenet_v1.0_dc/compressed_SqueezeNet.net")),
                        x,
                        Shape.of(1, 3, SqueezeNet.SIDE, SqueezeNet.SIDE),
                        data("imagenet_labels_synset_order.txt"))
                .get(0);
        assertThat(cat.name()).contains("Egyptian cat");
        assertThat(cat.probability()).isCloseTo(0.76, within(0.01));
    }

    private void model(String text, float... numbers) throws IOException {
        Files.writeString(folder.resolve("model.json"), text);
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        Files.write(folder.resolve("group1"), bytes.array());
    }

    private static String manifest(String type) {
        return """
                {"weightsManifest": [{"paths": ["group1"], "weights": [
                  {"name": "a", "shape": [2], "dtype": "%s"}, {"name": "b", "shape": [1, 1], "dtype": "float32"}]}]}
                """.formatted(type);
    }

    @Test
    void arraysFollowOneAnotherInAGroup() throws IOException {
        model(manifest("float32"), 1, 2, 3);
        TfjsWeights weights = TfjsWeights.read(folder);
        assertThat(weights.array("a").values()).containsExactly(1, 2);
        assertThat(weights.array("b").shape()).isEqualTo(Shape.of(1, 1));
        assertThat(weights.array("b").values()).containsExactly(3);
        assertThatThrownBy(() -> weights.array("c"))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": no array c in it; expected the model Darknet Tiny");
    }

    private void isRefused(String message) {
        assertThatThrownBy(() -> TfjsWeights.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + message);
    }

    @Test
    void brokenModelsAreRefusedInOneLine() throws IOException {
        isRefused(": no model.json in it; expected the folder of a TensorFlow.js model");
        model("nonsense");
        isRefused("/model.json: not JSON");
        model("{}");
        isRefused("/model.json: no list weightsManifest in it");
        model(manifest("int32"), 1, 2, 3);
        isRefused(": a is \"int32\"; expected float32");
        model(manifest("float32"), 1, 2);
        isRefused(": b is cut off: [1, 1] needs 1 numbers, 0 are left");
        model(manifest("float32"), 1, 2, 3, 4);
        isRefused(": [\"group1\"] has 4 bytes more than model.json says");
        Files.delete(folder.resolve("group1"));
        isRefused(": no group1 in it, which model.json names");
    }

    /** Two weights of the value 5 in a kernel of 20, the second 17 behind the first: one entry of zero between them. */
    @Test
    void compressedWeightsStandAtTheirGaps() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 256 * 4 + 4 + 3 + 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(3);
        for (int i = 0; i < 256; i++) {
            bytes.putFloat(i == 7 ? 5 : 0);
        }
        bytes.putFloat(-1).put(new byte[] {7, 0, 7}).put(new byte[] {(byte) 0xf2, 0});
        Path file = folder.resolve("net");
        Files.write(file, bytes.array());
        Map<String, Shape> kernels = Map.of("conv", Shape.of(1, 20, 1, 1));
        double[] expected = new double[20];
        expected[2] = 5;
        expected[19] = 5;
        Weights weights = DeepCompression.read(file, kernels);
        assertThat(weights.arrays().get("conv.weight"))
                .isNotNull()
                .satisfies(a -> assertThat(a.values()).containsExactly(expected));
        assertThat(weights.arrays().get("conv.bias"))
                .isNotNull()
                .satisfies(a -> assertThat(a.values()).containsExactly(-1));
        Files.write(file, Arrays.copyOf(bytes.array(), 900));
        assertThatThrownBy(() -> DeepCompression.read(file, kernels))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": cut off");
    }

    @Test
    void stagesGoIntoANetworkWithANewHeadAndCanBeFrozen() {
        try (Device device = new JavaDevice()) {
            Network old = Network.of(device, new TransferNet(16), 1);
            Network young = Network.of(device, new TransferNet(10), 2);
            List<String> before = new ArrayList<>(young.state().keySet());
            Map<String, HostArray> arrays = new HashMap<>();
            old.state().forEach((path, tensor) -> arrays.put(path, new HostArray(tensor.shape(), tensor.toDoubles())));
            TransferNet.stagesOf(new Weights(arrays)).into(young);
            assertThat(young.state().keySet()).containsExactlyElementsOf(before);
            for (String path : List.of("stage1.0.weight", "stage10.0.weight", "classifier.weight")) {
                // The head has another shape, and so other values.
                boolean same = Arrays.equals(
                        Objects.requireNonNull(young.state().get(path)).toDoubles(),
                        Objects.requireNonNull(old.state().get(path)).toDoubles());
                assertThat(same).as(path).isEqualTo(path.startsWith("stage"));
            }
            TransferNet.freezeStages(young);
            assertThat(young.trainableCount()).isEqualTo(2 * 512 + 512 * 10 + 10);
            TransferNet.unfreezeStages(young);
            assertThat(young.trainableCount()).isGreaterThan(200_000);
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        try (Device device = new JavaDevice()) {
            Network network = Network.of(device, new TransferNet(10), 1);
            Weights foreign = new Weights(Map.of("stage1.0.bias", new HostArray(Shape.of(1), new double[1])));
            assertThatThrownBy(() -> foreign.into(network))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weights: the network has no stage1.0.bias; expected a network with these layers");
            Weights wide = new Weights(Map.of("stage1.0.weight", new HostArray(Shape.of(1), new double[1])));
            assertThatThrownBy(() -> wide.into(network))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weights: stage1.0.weight must be [16, 3, 3, 3], got [1]");
        }
    }
}
