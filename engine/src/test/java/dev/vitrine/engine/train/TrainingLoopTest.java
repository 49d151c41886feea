package dev.vitrine.engine.train;

import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;
import static dev.vitrine.engine.op.loss.CrossEntropy.crossEntropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.nn.Dropout;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.optim.Sgd;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TrainingLoopTest {
    private static final Shape INPUTS = Shape.of(4, 2);
    private static final Shape TARGETS = Shape.of(4, 1);

    private static TrainingLoop loop(Network network, double rate) {
        return new TrainingLoop(
                network,
                new Sgd(network.parameters(), new Sgd.Options(0, 0)),
                (z, t) -> bceWithLogits(z, t),
                Schedule.constant(rate));
    }

    private static Network network(Device device) {
        return Network.of(device, new Linear(2, 1, Init.glorotUniform()), 1);
    }

    private static Network withDropout(Device device) {
        return Network.of(device, new Sequential(new Dropout(0.5), new Linear(2, 1, Init.glorotUniform())), 1);
    }

    /** Class 1 where the first number is above the second. */
    private static Batch batch(long step) {
        Rng rng = Rng.of(9, step);
        float[] inputs = new float[8];
        float[] targets = new float[4];
        for (int i = 0; i < 4; i++) {
            inputs[2 * i] = (float) rng.gaussian();
            inputs[2 * i + 1] = (float) rng.gaussian();
            targets[i] = inputs[2 * i] > inputs[2 * i + 1] ? 1 : 0;
        }
        return new Batch(inputs, INPUTS, targets, TARGETS);
    }

    @TestFactory
    Stream<DynamicNode> lossFallsAndIsReportedEveryTenSteps() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        List<Long> steps = new ArrayList<>();
                        List<Double> losses = new ArrayList<>();
                        long reached = loop(network(device), 0.5).run(TrainingLoopTest::batch, 0, 205, (step, loss) -> {
                            steps.add(step);
                            losses.add(loss);
                        });
                        assertThat(reached).isEqualTo(205);
                        assertThat(steps).hasSize(21).startsWith(10L, 20L).endsWith(200L, 205L);
                        assertThat(losses.get(20)).isLessThan(losses.get(0) / 2);
                    }
                }));
    }

    private static TrainingLoop multiClassLoop(Network network) {
        return new TrainingLoop(
                network,
                new Adam(network.parameters(), Adam.Options.DEFAULT),
                (z, t) -> crossEntropy(z, t),
                Schedule.constant(0.1));
    }

    private static Network multiClass(Device device) {
        return Network.of(device, new Linear(2, 3, Init.glorotUniform()), 1);
    }

    /** Class 0, 1 or 2 by the third of the circle that a point lies in. */
    private static Batch multiClassBatch(long step) {
        Rng rng = Rng.of(5, step);
        float[] inputs = new float[16];
        float[] targets = new float[8];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = rng.nextInt(3);
            double angle = 2 * Math.PI * (targets[i] + rng.nextDouble()) / 3;
            inputs[2 * i] = (float) Math.cos(angle);
            inputs[2 * i + 1] = (float) Math.sin(angle);
        }
        return new Batch(inputs, Shape.of(8, 2), targets, Shape.of(8));
    }

    @TestFactory
    Stream<DynamicNode> severalClassesAreLearntAndTheHostWaitsForLossesAlone() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Network network = multiClass(device);
                        List<Double> losses = new ArrayList<>();
                        long before = reads(device);
                        multiClassLoop(network)
                                .run(TrainingLoopTest::multiClassBatch, 0, 300, (step, loss) -> losses.add(loss));
                        assertThat(reads(device) - before).isEqualTo(device instanceof OpenClDevice ? 30 : 0);
                        assertThat(losses.get(0)).isGreaterThan(0.5);
                        assertThat(losses.get(29)).isLessThan(0.25);
                    }
                }));
    }

    private static long reads(Device device) {
        return device instanceof OpenClDevice openCl ? openCl.reads() : 0;
    }

    @TestFactory
    Stream<DynamicNode> notANumberAmongSeveralClassesIsNamed() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Network network = multiClass(device);
                        network.parameters().get("bias").buffer().write(new float[] {0, Float.NaN, 0});
                        assertThatThrownBy(() -> multiClassLoop(network)
                                        .run(TrainingLoopTest::multiClassBatch, 0, 300, (step, loss) -> {}))
                                .isInstanceOf(NonFiniteLossException.class)
                                .hasMessage(
                                        "loss is NaN at step 10: weight is the first array that is not finite; lower"
                                                + " the learning rate or check the input");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> targetThatIsNoClassStopsTheRun() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Batches spoilt = step -> {
                            Batch good = multiClassBatch(step);
                            if (step == 4) {
                                good.targets()[2] = 3;
                            }
                            return good;
                        };
                        assertThatThrownBy(() ->
                                        multiClassLoop(multiClass(device)).run(spoilt, 0, 100, (step, loss) -> {}))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage(
                                        "cross_entropy: targets[2] is 3, which is no class; classes are whole numbers"
                                                + " from 0 to 2");
                    }
                }));
    }

    @Test
    void notANumberInTheTargetsIsNamed() {
        try (Device device = TestDevices.java()) {
            Batches spoilt = step -> {
                Batch good = batch(step);
                good.targets()[0] = Float.NaN;
                return good;
            };
            assertThatThrownBy(() -> loop(network(device), 0.5).run(spoilt, 0, 100, (step, loss) -> {}))
                    .isInstanceOf(NonFiniteLossException.class)
                    .hasMessage(
                            "loss is NaN at step 10: the target of the step is not finite; lower the learning rate or"
                                    + " check the input");
        }
    }

    @Test
    void runTakenUpAgainDropsWhatTheWholeRunDropped() {
        try (Device device = TestDevices.java()) {
            Network whole = withDropout(device);
            loop(whole, 0.5).run(TrainingLoopTest::batch, 0, 12, (step, loss) -> {});
            Network first = withDropout(device);
            loop(first, 0.5).run(TrainingLoopTest::batch, 0, 5, (step, loss) -> {});
            Network second = withDropout(device);
            second.state()
                    .forEach((path, array) -> array.buffer()
                            .copyFrom(Objects.requireNonNull(first.state().get(path))
                                    .buffer()));
            loop(second, 0.5).run(TrainingLoopTest::batch, 5, 12, (step, loss) -> {});
            assertThat(second.parameters().get("1.weight").toDoubles())
                    .containsExactly(whole.parameters().get("1.weight").toDoubles());
        }
    }

    @Test
    void twoHalvesComeToTheSameBitsAsOneWhole() {
        try (Device device = TestDevices.java()) {
            Network whole = network(device);
            loop(whole, 0.5).run(TrainingLoopTest::batch, 0, 30, (step, loss) -> {});
            Network halves = network(device);
            TrainingLoop loop = loop(halves, 0.5);
            loop.run(TrainingLoopTest::batch, 0, 13, (step, loss) -> {});
            loop.run(TrainingLoopTest::batch, 13, 30, (step, loss) -> {});
            assertThat(halves.parameters().get("weight").toDoubles())
                    .containsExactly(whole.parameters().get("weight").toDoubles());
        }
    }

    @Test
    void whatWasMadeAheadIsTakenByTheNextRun() {
        List<Long> made = Collections.synchronizedList(new ArrayList<>());
        Batches batches = step -> {
            made.add(step);
            return batch(step);
        };
        try (Device device = TestDevices.java();
                TrainingLoop loop = loop(network(device), 0.5)) {
            loop.run(batches, 0, 3, (step, loss) -> {});
            loop.run(batches, 3, 5, (step, loss) -> {});
            loop.run(batches, 5, 6, (step, loss) -> {});
            assertThat(List.copyOf(made)).startsWith(0L, 1L, 2L, 3L, 4L, 5L).doesNotHaveDuplicates();
            loop.run(batches, 2, 4, (step, loss) -> {});
            assertThat(Collections.frequency(made, 2L))
                    .as("made again for a run that goes back")
                    .isEqualTo(2);
        }
    }

    @Test
    void aBatchThatCouldNotBeMadeIsTriedAgain() {
        AtomicInteger asked = new AtomicInteger();
        Batches batches = step -> {
            if (step == 2 && asked.getAndIncrement() == 0) {
                throw new IllegalStateException("the disk is away");
            }
            return batch(step);
        };
        try (Device device = TestDevices.java();
                TrainingLoop loop = loop(network(device), 0.5)) {
            assertThatThrownBy(() -> loop.run(batches, 0, 5, (step, loss) -> {}))
                    .hasMessageContaining("the disk is away");
            assertThat(loop.run(batches, 2, 5, (step, loss) -> {})).isEqualTo(5);
        }
    }

    @Test
    void nothingIsMadeAheadAfterTheEnd() throws Exception {
        List<Thread> makers = Collections.synchronizedList(new ArrayList<>());
        try (Device device = TestDevices.java()) {
            try (TrainingLoop loop = loop(network(device), 0.5)) {
                loop.run(
                        step -> {
                            makers.add(Thread.currentThread());
                            return batch(step);
                        },
                        0,
                        3,
                        (step, loss) -> {});
            }
            makers.get(0).join(10_000);
            assertThat(makers.get(0).isAlive()).isFalse();
        }
    }

    @Test
    void listenerEndsTheRun() {
        try (Device device = TestDevices.java()) {
            TrainingLoop.Listener stopsAtFive = new TrainingLoop.Listener() {
                private int asked;

                @Override
                public boolean goOn() {
                    return asked++ < 5;
                }

                @Override
                public void progress(long step, double loss) {
                    throw new AssertionError("ten steps were never done");
                }
            };
            assertThat(loop(network(device), 0.5).run(TrainingLoopTest::batch, 0, 100, stopsAtFive))
                    .isEqualTo(5);
        }
    }

    @Test
    void notANumberInTheInputIsNamed() {
        try (Device device = TestDevices.java()) {
            Batches spoilt = step -> {
                Batch good = batch(step);
                if (step == 9) {
                    good.inputs()[3] = Float.NaN;
                }
                return good;
            };
            assertThatThrownBy(() -> loop(network(device), 0.5).run(spoilt, 0, 100, (step, loss) -> {}))
                    .isInstanceOf(NonFiniteLossException.class)
                    .hasMessage(
                            "loss is NaN at step 10: the input of the step is not finite; lower the learning rate or"
                                    + " check the input");
        }
    }

    @Test
    void parameterThatRanAwayIsNamed() {
        try (Device device = TestDevices.java()) {
            assertThatThrownBy(
                            () -> loop(network(device), 1e308).run(TrainingLoopTest::batch, 0, 100, (step, loss) -> {}))
                    .isInstanceOf(NonFiniteLossException.class)
                    .hasMessage(
                            "loss is NaN at step 20: weight is the first array that is not finite; lower the learning"
                                    + " rate or check the input");
        }
    }

    @Test
    void noLoaderThreadIsRefused() {
        try (Device device = TestDevices.java()) {
            assertThatThrownBy(() -> loop(network(device), 0.5).loadedBy(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("training loop: loader threads must be at least 1, got 0");
        }
    }

    @Test
    void batchOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new Batch(new float[7], INPUTS, new float[4], TARGETS))
                .hasMessage("batch: inputs [4, 2] and targets [4, 1] want 8 and 4 values, got 7 and 4");
    }
}
