package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.engine.train.TrainingLoop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The training step that is timed: forward, backward and Adam on four batches in turn, which are on the device. */
final class Step {
    private static final int BATCHES = 4;

    private final Work work;
    private final Device device;
    private final int batch;
    private final Network network;
    private final Adam optimizer;
    private final TrainingLoop loop;
    private final List<Tensor> inputs = new ArrayList<>();
    private final List<Tensor> targets = new ArrayList<>();
    private final Shape one;
    private long steps;

    Step(Work work, Device device, int batch) {
        this(work, device, batch, work.network().input().shape(), BATCHES);
    }

    /**
     * On items of another shape than the work's own.
     *
     * @param batches that take turns
     */
    Step(Work work, Device device, int batch, Shape item, int batches) {
        this.work = work;
        this.device = device;
        this.batch = batch;
        one = batch(1, item);
        network = work.network().on(device, 1);
        optimizer = new Adam(network.parameters(), Adam.Options.DEFAULT);
        loop = new TrainingLoop(network, optimizer, work.network().objective(), Schedule.constant(1e-3));
        network.mode(Mode.TRAINING);
        Rng rng = new Rng(1);
        for (int i = 0; i < batches; i++) {
            inputs.add(Tensor.randn(device, rng, batch(batch, item).toArray()));
            targets.add(targets(rng));
        }
    }

    private static Shape batch(int size, Shape item) {
        return Shape.of(IntStream.concat(IntStream.of(size), Arrays.stream(item.toArray()))
                .toArray());
    }

    private Tensor targets(Rng rng) {
        Shape shape = work.network().objective().targets(batch);
        float[] classes = new float[shape.elements()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = rng.nextInt(work.network().classes());
        }
        return Tensor.ofTargets(device, shape, classes);
    }

    /** Runs the network once. */
    Summary summary() {
        Summary summary = Summary.of(network, one);
        network.mode(Mode.TRAINING);
        return summary;
    }

    /** One step; nothing waits for it. */
    void queue() {
        try (Scope scope = device.step()) {
            loop.step(input(), target(), steps++);
        }
    }

    /** One step, to its end. */
    void run() {
        queue();
        device.synchronize();
    }

    /** One step with a wait after each of its parts; their times in milliseconds. */
    Split.Parts parts() {
        try (Scope scope = device.step()) {
            long start = System.nanoTime();
            optimizer.zeroGrad();
            Tensor loss = work.network().objective().of(network.forward(input()), target());
            device.synchronize();
            long forward = System.nanoTime();
            loss.backward();
            device.synchronize();
            long backward = System.nanoTime();
            optimizer.step(1e-3);
            device.synchronize();
            long update = System.nanoTime();
            steps++;
            return new Split.Parts((forward - start) / 1e6, (backward - forward) / 1e6, (update - backward) / 1e6);
        }
    }

    /** An item for {@link #infer}. */
    Tensor item() {
        return Tensor.randn(device, new Rng(2), one.toArray());
    }

    /** One item through the network, to the answer in the host's hands. */
    void infer(Tensor single) {
        network.mode(Mode.EVALUATION);
        try (Scope scope = device.inference()) {
            network.forward(single).toDoubles();
        }
        network.mode(Mode.TRAINING);
    }

    /** Floating-point operations of one step's multiply-adds, each of which counts two. */
    double operations() {
        Summary summary = summary();
        // Backward costs twice forward, but for the first layer, whose input wants no gradient.
        return 2.0 * batch * (3 * summary.multiplyAdds() - summary.rows().get(0).multiplyAdds());
    }

    /** Kernels launched so far. */
    long launches() {
        return device instanceof OpenClDevice openCl
                ? openCl.launches().values().stream().mapToLong(Long::longValue).sum()
                : 0;
    }

    /** Times the host waited for values so far. */
    long reads() {
        return device instanceof OpenClDevice openCl ? openCl.reads() : 0;
    }

    private Tensor input() {
        return inputs.get((int) (steps % inputs.size()));
    }

    private Tensor target() {
        return targets.get((int) (steps % inputs.size()));
    }
}
