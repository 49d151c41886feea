package dev.vitrine.engine.autograd;

import static dev.vitrine.engine.op.view.Concat.concat;

import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Uses that make a graph more than a chain give PyTorch's gradients; {@code autograd.py} has them in Python. */
class PyTorchAutogradTest {
    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("autograd.json").agrees(24, given -> {
            Tensor x = given.tensor("x");
            Tensor y = given.tensor("y");
            return switch (given.word("what")) {
                case "used_twice" -> x.mul(y).add(x.mul(x));
                case "shared_part" -> shared(x.mul(y), x, y);
                case "broadcast" -> x.mul(y).add(y);
                case "detached" -> x.mul(x.mul(y).detach()).add(y);
                case "no_grad" -> squareOf(x).mul(y).mul(x);
                case "walked_twice" -> {
                    x.mul(y).sum().backward();
                    yield x.mul(y).mul(y);
                }
                case "zeroed_between" -> {
                    x.mul(y).sum().backward();
                    x.zeroGrad();
                    yield x.mul(y);
                }
                case "two_losses" -> sums(x.mul(y));
                default -> throw new AssertionError(given.word("what"));
            };
        });
    }

    private static Tensor shared(Tensor part, Tensor x, Tensor y) {
        return part.mul(x).add(part.mul(y));
    }

    private static Tensor sums(Tensor part) {
        return concat(0, part.sum().reshape(1), part.mul(part).sum().reshape(1));
    }

    /** Values leave an inference scope as copies. */
    private static Tensor squareOf(Tensor x) {
        double[] square;
        try (Scope inference = x.device().inference()) {
            square = x.mul(x).toDoubles();
        }
        return Tensor.of(x.device(), x.shape(), square);
    }
}
