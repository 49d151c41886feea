package dev.vitrine.engine.tensor;

import java.util.List;

/** How a tensor was made: the operation, what it was made from, and the way back. */
public interface Origin {
    /** The operation's name, as in {@code conv1d}. */
    String op();

    /** What the operation was given, in its order. */
    List<Tensor> inputs();

    /** Sends {@code gradient} of {@code root}, the tensor this is the origin of, back to all it was made from. */
    void backward(Tensor root, Tensor gradient);
}
