package dev.vitrine.engine.tensor;

import dev.vitrine.engine.device.Buffer;
import java.util.List;
import java.util.function.Consumer;

/** How a tensor was made: the operation, what it was made from, and the way back. */
public interface Origin {
    /** The operation's name, as in {@code conv1d}. */
    String op();

    /** What the operation was given, in its order. */
    List<Tensor> inputs();

    /**
     * Sends the gradient of {@code root}, the tensor this is the origin of, back to all it was made from.
     *
     * @param gradient writes the gradient of root to the place it is given
     */
    void backward(Tensor root, Consumer<Buffer> gradient);
}
