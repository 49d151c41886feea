package dev.vitrine.experiments.trace;

import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.inspect.TrainingTrace;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.Loss;
import dev.vitrine.experiments.model.CatsDogsNet;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The experiments whose training steps can be written down. */
@SuppressWarnings("ImmutableEnumChecker") // a shape is a value, a supplier and a loss hold nothing
public enum Traced {
    /** Cats against dogs: a logit per second of sound. */
    CATS_DOGS(
            "cats-dogs",
            CatsDogsNet::new,
            Shape.of(1, CatsDogsNet.INPUT_LENGTH),
            Shape.of(1),
            (logits, targets) -> bceWithLogits(logits, targets));

    private final String word;
    private final Supplier<Module> network;
    private final Shape input;
    private final Shape target;
    private final Loss loss;

    Traced(String word, Supplier<Module> network, Shape input, Shape target, Loss loss) {
        this.word = word;
        this.network = network;
        this.input = input;
        this.target = target;
        this.loss = loss;
    }

    /** The name on the command line. */
    public String word() {
        return word;
    }

    /** The experiment with this name. */
    public static Optional<Traced> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /**
     * Trains the network from its first values and writes everything down.
     *
     * @param seed of the weights and of the batches: normal inputs, targets 0 and 1
     */
    public TrainingTrace trace(Device device, Update update, int steps, int batch, long seed) {
        Network made = Network.of(device, network.get(), seed);
        return TrainingTrace.of(
                made,
                update.on(made.parameters()),
                loss,
                Schedule.constant(update.rate()),
                step -> batch(batch, Rng.of(seed, -1 - step)),
                steps);
    }

    private Batch batch(int size, Rng rng) {
        Shape inputs = withBatch(size, input);
        Shape targets = withBatch(size, target);
        float[] x = new float[inputs.elements()];
        float[] y = new float[targets.elements()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) rng.gaussian();
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = rng.nextInt(2);
        }
        return new Batch(x, inputs, y, targets);
    }

    private static Shape withBatch(int size, Shape shape) {
        return Shape.of(IntStream.concat(IntStream.of(size), Arrays.stream(shape.toArray()))
                .toArray());
    }
}
