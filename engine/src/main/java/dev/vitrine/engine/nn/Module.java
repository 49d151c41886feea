package dev.vitrine.engine.nn;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Place;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A layer, or a network of layers.
 *
 * <p>A module of your own declares what it owns in its constructor and computes:
 *
 * <pre>{@code
 * final class Scale extends Module {
 *     private final Parameter factor = parameter("weight", Shape.of(1, 1), Init.constant(1));
 *
 *     protected Tensor compute(Tensor x) {
 *         return linear(x, factor.tensor(), null);
 *     }
 * }
 * }</pre>
 */
public abstract class Module {
    private final Map<String, Module> children = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private Mode mode = Mode.TRAINING;
    private long seed;
    private long step;
    private String path = "";
    private @Nullable Observer observer;

    /** Owns a part under a name. */
    protected final <M extends Module> M child(String name, M module) {
        children.put(name, module);
        return module;
    }

    /** Owns an array that training changes. */
    protected final Parameter parameter(String name, Shape shape, Init init) {
        return own(name, new Parameter(shape, Parameter.Role.TRAINED, init));
    }

    /** Owns an array that the module itself keeps up to date. */
    protected final Parameter statistic(String name, Shape shape, Init init) {
        return own(name, new Parameter(shape, Parameter.Role.STATISTIC, init));
    }

    private Parameter own(String name, Parameter parameter) {
        parameters.put(name, parameter);
        return parameter;
    }

    /** What this module makes of {@code x}; called by {@link #forward}. */
    protected abstract Tensor compute(Tensor x);

    /** Runs the module, and shows the result to whoever watches. */
    public final Tensor forward(Tensor x) {
        Tensor out = atPlace(x, this::compute);
        if (observer != null) {
            observer.saw(path, this, x, out);
        }
        return out;
    }

    /** Computes on this layer's behalf. */
    final Tensor atPlace(Tensor x, UnaryOperator<Tensor> computation) {
        Device device = x.device();
        Place outside = device.place();
        device.place(new Place(path, Place.Pass.FORWARD));
        try {
            return computation.apply(x);
        } finally {
            device.place(outside);
        }
    }

    /** The name in summaries and checkpoints. */
    public String type() {
        return getClass().getSimpleName();
    }

    /** The options this layer was made with, for summaries and checkpoints. */
    public Map<String, Object> options() {
        return Map.of();
    }

    /** Multiplications followed by an addition that one forward pass takes; 0 where that is not what it does. */
    public long multiplyAdds(Shape in, Shape out) {
        return 0;
    }

    /** The window that slides along the last axis, if this layer has one. */
    public Optional<Window> window() {
        return Optional.empty();
    }

    /** The parts by name, in the order of declaration. */
    public final Map<String, Module> children() {
        return Collections.unmodifiableMap(children);
    }

    /** The arrays this module itself owns, by name. */
    public final Map<String, Parameter> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    final Mode mode() {
        return mode;
    }

    /** What this module draws random numbers from; every module of a network has another. */
    final long seed() {
        return seed;
    }

    /** The training step, which changes what is drawn. */
    final long step() {
        return step;
    }

    final boolean isWatched() {
        return observer != null;
    }

    /** Visits this module and all below it, with their paths; the root's path is empty. */
    public final void visit(BiConsumer<String, Module> visitor) {
        visit("", visitor);
    }

    private void visit(String at, BiConsumer<String, Module> visitor) {
        visitor.accept(at, this);
        children.forEach((name, module) -> module.visit(join(at, name), visitor));
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    final void setMode(Mode newMode) {
        mode = newMode;
    }

    final void setSeed(long newSeed) {
        seed = newSeed;
    }

    final void setStep(long newStep) {
        step = newStep;
    }

    final void setPath(String newPath) {
        path = newPath;
    }

    final void watch(@Nullable Observer newObserver) {
        observer = newObserver;
    }
}
