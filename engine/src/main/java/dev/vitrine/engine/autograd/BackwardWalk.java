package dev.vitrine.engine.autograd;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Place;
import dev.vitrine.engine.tensor.Origin;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reverse-mode differentiation: from the loss back through every recorded operation, latest first.
 *
 * <p>Source: Griewank and Walther, "Evaluating Derivatives", 2nd ed. 2008, chapter 3.
 */
final class BackwardWalk {
    private BackwardWalk() {}

    static void from(Tensor root, Consumer<Buffer> gradient) {
        Place outside = root.device().place();
        List<Tensor> outputs = latestFirst(root);
        outputs.forEach(output -> nodeOf(output).requireReady(output)); // before anything is written
        gradient.accept(root.gradSlot());
        root.gradArrived();
        for (Tensor output : outputs) {
            nodeOf(output).passBack(output);
            if (!output.keepsGrad()) {
                output.dropGrad();
            }
        }
        root.device().place(outside);
    }

    /** Every tensor that {@code root} was made from and that was itself made by an operation. */
    private static List<Tensor> latestFirst(Tensor root) {
        Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Tensor> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Tensor tensor = open.pop();
            Origin origin = tensor.origin();
            if (origin != null && seen.add(tensor)) {
                origin.inputs().forEach(open::push);
            }
        }
        return seen.stream()
                .sorted(Comparator.comparingLong(
                                (Tensor tensor) -> nodeOf(tensor).number())
                        .reversed())
                .toList();
    }

    private static Node nodeOf(Tensor tensor) {
        if (tensor.origin() instanceof Node node) {
            return node;
        }
        throw new IllegalStateException("backward(): " + tensor + " was not made by a recorded operation");
    }
}
