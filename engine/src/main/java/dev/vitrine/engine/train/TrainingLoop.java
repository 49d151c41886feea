package dev.vitrine.engine.train;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Mark;
import dev.vitrine.engine.device.Place;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.optim.GradientClip;
import dev.vitrine.engine.optim.Optimizer;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.tensor.Tensor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Forward, backward, update, again and again.
 *
 * <p>Inside a step the host never waits for the device. The loss is summed on the device; it is read, and checked for
 * NaN and infinity, every {@link #READ_EVERY} steps and at the end of a run.
 *
 * <p>While a step is made, and between two runs, the next batches are being made, until the loop is closed.
 */
public final class TrainingLoop implements AutoCloseable {
    /** Steps between two readings of the loss. */
    public static final int READ_EVERY = 10;

    /** Nanoseconds between two looks at whether the device is still busy, while a batch is waited for. */
    private static final long LOOK_AGAIN = 200_000;

    private static final Place LOSS = new Place("loss", Place.Pass.FORWARD);
    private static final Place UPDATE = new Place("optimizer", Place.Pass.UPDATE);

    /** Is told how training goes, and may end it. */
    public interface Listener {
        /** Says whether training should go on; asked before each step. */
        default boolean goOn() {
            return true;
        }

        /**
         * Some steps have been done.
         *
         * @param step steps done since the beginning of training
         * @param loss the mean over the steps since the last call
         */
        void progress(long step, double loss);
    }

    private final Network network;
    private final Optimizer optimizer;
    private final Loss loss;
    private final Schedule schedule;
    private final Buffer lossSum;
    private @Nullable GradientClip clip;
    private @Nullable Prefetch prefetch;
    private int loaderThreads = 1;
    private int summed;
    private LongSupplier nanoClock = System::nanoTime;
    private long idleNanos;
    private BatchWait waited = BatchWait.NONE;

    public TrainingLoop(Network network, Optimizer optimizer, Loss loss, Schedule schedule) {
        this.network = network;
        this.optimizer = optimizer;
        this.loss = loss;
        this.schedule = schedule;
        this.lossSum = network.device().allocateLasting(1);
        lossSum.fill(0);
    }

    /** From now on gradients are clipped before each update; returns this. */
    public TrainingLoop clippedBy(GradientClip newClip) {
        clip = newClip;
        return this;
    }

    /**
     * From now on {@link #run} makes batches on that many threads, as many steps ahead; returns this. Weights come to the
     * same bits with any number, because a batch is a function of its step.
     *
     * @param threads at least 1, which is what it is unless said
     */
    public TrainingLoop loadedBy(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("training loop: loader threads must be at least 1, got " + threads);
        }
        loaderThreads = threads;
        return this;
    }

    /** From now on the waits are measured by that clock of nanoseconds; returns this. */
    TrainingLoop timedBy(LongSupplier clock) {
        nanoClock = clock;
        return this;
    }

    /** How long {@link #run} has waited for batches so far, over all its calls. */
    public BatchWait waited() {
        return waited;
    }

    /**
     * Trains from step {@code from} (inclusive, counted from 0) to step {@code to} (exclusive).
     *
     * @return the step it came to: {@code to}, or earlier if the listener did not want to go on
     * @throws NonFiniteLossException naming the step and the first value that is not finite
     */
    public long run(Batches batches, long from, long to, Listener listener) {
        network.mode(Mode.TRAINING);
        long begin = nanoClock.getAsLong();
        idleNanos = 0;
        try {
            Prefetch ahead = prefetch(batches, from);
            long step = from;
            while (step < to && listener.goOn()) {
                Batch batch = next(ahead);
                step(batch, step);
                step++;
                if (step % READ_EVERY == 0 || step == to) {
                    listener.progress(step, readLoss(batch, step));
                }
            }
            return step;
        } catch (RuntimeException e) {
            close(); // a batch that could not be made is tried again
            throw e;
        } finally {
            waited = waited.plus(new BatchWait(idleNanos / 1e9, (nanoClock.getAsLong() - begin) / 1e9));
        }
    }

    /** Goes on with what was made ahead in the last run, if it is for this one. */
    private Prefetch prefetch(Batches batches, long from) {
        if (prefetch == null || !prefetch.goesOnWith(batches, from)) {
            close();
            prefetch = new Prefetch(batches, from, loaderThreads);
        }
        return prefetch;
    }

    /** Makes no more batches ahead. The network and the optimizer stay as they are. */
    @Override
    public void close() {
        if (prefetch != null) {
            prefetch.close();
            prefetch = null;
        }
    }

    /** Waits for the next batch, and adds to {@link #idleNanos} how much of that the device had nothing to do. */
    private Batch next(Prefetch ahead) {
        long busyUntil = nanoClock.getAsLong();
        boolean busy = false;
        if (!ahead.isReady()) {
            try (Mark mark = network.device().mark()) {
                while (!mark.isReached() && !ahead.isReady()) {
                    busyUntil = nanoClock.getAsLong();
                    ahead.await(LOOK_AGAIN);
                }
                busy = !mark.isReached();
            }
        }
        Batch batch = ahead.take();
        long now = nanoClock.getAsLong();
        idleNanos += busy ? 0 : now - busyUntil;
        return batch;
    }

    /** One step: forward, backward, update. Nothing waits for the device. */
    public void step(Batch batch, long step) {
        Device device = network.device();
        try (Scope scope = device.step()) {
            step(
                    Tensor.of(device, batch.inputShape(), batch.inputs()),
                    Tensor.ofTargets(device, batch.targetShape(), batch.targets()),
                    step);
        }
    }

    /** One step on tensors that are on the device already; the caller has opened a scope. */
    public void step(Tensor input, Tensor target, long step) {
        Device device = network.device();
        device.place(UPDATE);
        optimizer.zeroGrad();
        network.step(step);
        Tensor output = network.forward(input);
        device.place(LOSS);
        Tensor value = loss.of(output, target);
        value.backward();
        device.place(UPDATE);
        if (clip != null) {
            clip.clip();
        }
        optimizer.step(schedule.at(step));
        lossSum.add(value.buffer());
        device.place(Place.NOWHERE);
        summed++;
    }

    private double readLoss(Batch batch, long step) {
        double mean = lossSum.toDoubles()[0] / summed;
        lossSum.fill(0);
        summed = 0;
        if (!Double.isFinite(mean)) {
            throw new NonFiniteLossException("loss is " + mean + " at step " + step + ": "
                    + FirstNonFinite.in(network, batch) + "; lower the learning rate or check the input");
        }
        return mean;
    }
}
