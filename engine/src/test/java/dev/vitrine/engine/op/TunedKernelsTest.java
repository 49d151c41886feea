package dev.vitrine.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.autograd.GradientCheck.Argument;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Profile;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.Site;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.engine.op.conv.Conv1d;
import dev.vitrine.engine.op.conv.Conv2d;
import dev.vitrine.engine.op.linear.Linear;
import dev.vitrine.engine.op.norm.BatchNorm;
import dev.vitrine.engine.op.norm.RunningStatistics;
import dev.vitrine.engine.op.pool.MaxPool;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a device is tuned to, kernels compute what the Java loops do, and the same bits each time. */
class TunedKernelsTest {
    /** Numbers that fit none of the samples well. */
    private static final List<Map<Knob, Integer>> CHOICES = List.of(
            Map.of(Knob.WIDTH, 4, Knob.NEIGHBOURS, 1, Knob.CHANNELS, 3, Knob.ROWS, 3, Knob.CHUNK, 64, Knob.GROUP, 4),
            Map.of(Knob.WIDTH, 1, Knob.NEIGHBOURS, 64, Knob.CHANNELS, 12, Knob.ROWS, 1, Knob.CHUNK, 37, Knob.GROUP, 1),
            Map.of(Knob.WIDTH, 2, Knob.NEIGHBOURS, 4, Knob.CHANNELS, 7, Knob.ROWS, 2, Knob.CHUNK, 16, Knob.GROUP, 8));

    private static final int LONGEST_SUM = 6 * 131;

    private static List<Sample> samples() {
        Window strided = Window.of(5).stride(2).padding(Padding.of(3, 3));
        return List.of(
                Sample.named("conv1d, 7 to 5 channels")
                        .input("x", 3, 7, 131)
                        .input("weight", 5, 7, 5)
                        .input("bias", 5)
                        .gives(
                                Shape.of(3, 5, strided.outputLength(131)),
                                in -> Conv1d.conv1d(in.get(0), in.get(1), in.get(2), strided)),
                Sample.named("conv2d in groups")
                        .input("x", 2, 6, 13, 19)
                        .input("weight", 14, 3, 3, 3)
                        .gives(
                                Shape.of(2, 14, 11, 17),
                                in -> Conv2d.conv2d(in.get(0), in.get(1), null, Window2d.of(3), 2)),
                Sample.named("linear, 37 to 11")
                        .input("x", 7, 37)
                        .input("weight", 11, 37)
                        .input("bias", 11)
                        .gives(Shape.of(7, 11), in -> Linear.linear(in.get(0), in.get(1), in.get(2))),
                Sample.named("batch norm")
                        .input("x", 6, 3, 131)
                        .input("gamma", 3)
                        .input("beta", 3)
                        .gives(Shape.of(6, 3, 131), in -> batchNorm(in, Tiles.SINGLE)),
                Sample.named("batch norm and pooling")
                        .input("x", 2, 3, 11, 37)
                        .input("gamma", 3)
                        .input("beta", 3)
                        .gives(Shape.of(2, 3, 5, 18), in -> batchNorm(in, new Tiles(2, 2))),
                Sample.named("max pool")
                        .input("x", 2, 3, 11, 23)
                        .gives(
                                Shape.of(2, 3, 5, 11),
                                in -> MaxPool.maxPool2d(
                                        in.get(0), Window2d.square(Window.of(2).stride(2)))));
    }

    private static Tensor batchNorm(List<Tensor> in, Tiles pool) {
        RunningStatistics running =
                RunningStatistics.fresh(in.get(0).device(), in.get(0).shape().size(1));
        return BatchNorm.training(in.get(0), in.get(1), in.get(2), running, BatchNorm.Options.DEFAULT.pool(pool));
    }

    @TestFactory
    Stream<DynamicNode> tunedKernelsMatchTheJavaLoops() {
        return Stream.of(TestDevices.PROFILES.get(0), new Profile(1, 64))
                .map(profile -> dynamicContainer(
                        profile.toString(),
                        samples().stream()
                                .map(sample -> dynamicTest(sample.name(), () -> requireEqual(sample, profile)))));
    }

    private static void requireEqual(Sample sample, Profile profile) {
        List<double[]> expected;
        try (Device java = TestDevices.java()) {
            expected = outputAndGradients(java, sample);
        }
        Map<Site, Map<Knob, Integer>> tunable;
        try (OpenClDevice usual = TestDevices.openCl(profile)) {
            outputAndGradients(usual, sample);
            tunable = usual.tunable();
        }
        assertThat(tunable).isNotEmpty();
        // Groups take a compiler for processors long.
        for (Map<Knob, Integer> choice : profile.groupSize() == 1 ? CHOICES : CHOICES.subList(0, 1)) {
            Tuning tuning = Tuning.NONE;
            for (Site site : tunable.keySet()) {
                tuning = tuning.with(site, choice);
            }
            try (OpenClDevice tuned = TestDevices.openCl(profile, tuning)) {
                List<double[]> got = outputAndGradients(tuned, sample);
                List<double[]> again = outputAndGradients(tuned, sample);
                for (int i = 0; i < expected.size(); i++) {
                    String what = sample.name() + " " + Tuning.words(choice) + ", array " + i;
                    Closeness.inFloat(what, expected.get(i), got.get(i), LONGEST_SUM);
                    assertThat(again.get(i)).as(what).containsExactly(got.get(i));
                }
            }
        }
    }

    private static List<double[]> outputAndGradients(Device device, Sample sample) {
        try (Scope step = device.step()) {
            List<Tensor> inputs = new ArrayList<>();
            for (Argument argument : sample.arguments()) {
                inputs.add(
                        Tensor.of(device, argument.shape(), argument.values()).requiresGrad());
            }
            Tensor out = sample.call().apply(inputs);
            List<double[]> values = new ArrayList<>(List.of(out.toDoubles()));
            double[] weights = new double[out.shape().elements()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.cos(0.9 * i + 0.3);
            }
            out.backward(Tensor.of(device, out.shape(), weights));
            inputs.forEach(input -> values.add(input.grad().toDoubles()));
            return values;
        }
    }

    @Test
    void everyPassThatIsTunedIsTriedHere() {
        List<String> passes = new ArrayList<>();
        for (Sample sample : samples()) {
            try (OpenClDevice device = TestDevices.openCl(new Profile(8, 1))) {
                outputAndGradients(device, sample);
                device.tunable().keySet().forEach(site -> passes.add(site.pass()));
            }
        }
        assertThat(passes)
                .containsExactlyInAnyOrder(
                        "conv1d.forward",
                        "conv1d.backward_data",
                        "conv1d.backward_weights",
                        "conv2d.forward",
                        "conv2d.backward_data",
                        "conv2d.backward_weights",
                        "linear.forward",
                        "linear.backward_data",
                        "batchnorm",
                        "batchnorm",
                        "maxpool.forward",
                        "maxpool.backward");
    }
}
