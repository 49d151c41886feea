package dev.vitrine.experiments.bench;

import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.model.CatsDogsNet;
import java.util.function.Supplier;

/** A training step that can be timed, and that other tools are timed on as well. */
@SuppressWarnings("ImmutableEnumChecker") // a shape is a value and a supplier holds nothing
public enum Work {
    /** The cats-dogs network on 32 seconds. */
    W1(CatsDogsNet::new, 32, Shape.of(1, CatsDogsNet.INPUT_LENGTH), Shape.of(1));

    private final Supplier<Module> network;
    private final int batch;
    private final Shape input;
    private final Shape target;

    Work(Supplier<Module> network, int batch, Shape input, Shape target) {
        this.network = network;
        this.batch = batch;
        this.input = input;
        this.target = target;
    }

    Module network() {
        return network.get();
    }

    /** Items in one step. */
    public int batch() {
        return batch;
    }

    /** The shape of one input, without the batch axis. */
    Shape input() {
        return input;
    }

    /** The shape of one target, without the batch axis. */
    Shape target() {
        return target;
    }
}
