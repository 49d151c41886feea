package dev.vitrine.engine.inspect;

import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Parameter;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a network consists of, for an input of one shape: found by running it once on zeros and watching.
 *
 * @param rows one per layer that has no parts of its own, in the order of computation
 * @param trainable values that training changes; frozen ones are not among them
 * @param total values in all arrays, frozen ones and running statistics included
 */
public record Summary(List<Row> rows, int trainable, int total) {
    public Summary {
        rows = List.copyOf(rows);
    }

    /**
     * One layer.
     *
     * @param path as in {@code features.0}
     * @param type as in {@code Conv1d}
     * @param out the shape it puts out
     * @param trainable values that training changes; frozen ones are not among them
     * @param statistics values that the layer keeps up to date itself
     * @param multiplyAdds of one forward pass
     * @param receptiveField input samples along the last axis that one output value depends on
     * @param jump input samples between neighbouring outputs
     */
    public record Row(
            String path,
            String type,
            Shape out,
            int trainable,
            int statistics,
            long multiplyAdds,
            int receptiveField,
            int jump) {}

    /** Runs {@code network} once on zeros of the given shape and notes what its layers do. */
    public static Summary of(Network network, Shape input) {
        List<Row> rows = new ArrayList<>();
        network.mode(Mode.EVALUATION);
        try (Scope scope = network.device().inference()) {
            Tensor zeros = Tensor.zeros(network.device(), input.toArray());
            network.forward(zeros, (path, module, in, out) -> {
                if (module.children().isEmpty()) {
                    rows.add(row(rows, path, module, in, out));
                }
            });
        }
        return new Summary(rows, network.trainableCount(), network.totalCount());
    }

    /** Multiply-adds of one forward pass through all layers. */
    public long multiplyAdds() {
        return rows.stream().mapToLong(Row::multiplyAdds).sum();
    }

    private static Row row(List<Row> before, String path, Module module, Tensor in, Tensor out) {
        int field = before.isEmpty() ? 1 : before.get(before.size() - 1).receptiveField();
        int jump = before.isEmpty() ? 1 : before.get(before.size() - 1).jump();
        Window window = module.window().orElse(Window.of(1));
        return new Row(
                path,
                module.type(),
                out.shape(),
                count(module, array -> array.tensor().wantsGrad()),
                count(module, array -> array.role() == Parameter.Role.STATISTIC),
                module.multiplyAdds(in.shape(), out.shape()),
                field + (window.extent() - 1) * jump,
                jump * window.stride());
    }

    private static int count(Module module, Predicate<Parameter> counted) {
        return module.parameters().values().stream()
                .filter(counted)
                .mapToInt(array -> array.shape().elements())
                .sum();
    }
}
