package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.FlatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What all optimisers share: a walk over the parameters, and what is remembered of them.
 *
 * <p>Where all parameters learn alike they are one piece, so that a step is one launch. With groups or frozen parameters
 * each is a piece of its own. How often a parameter was updated is counted for each, as in PyTorch: one that was frozen
 * at first begins Adam's bias correction when it is updated for the first time.
 */
final class Walk {
    private static final String STEPS = "steps";

    private final ParameterBuffer parameters;
    private final List<Pace> paces;
    private final List<String> kinds;
    private final List<FlatBuffer> memory;
    private final long[] updates;
    private final Buffer counts;
    private long steps;

    /**
     * A walk before the first step.
     *
     * @param kinds what is remembered of each parameter, by name; it begins at zero
     */
    Walk(ParameterBuffer parameters, double weightDecay, List<ParameterGroup> groups, String... kinds) {
        this.parameters = parameters;
        this.paces = Pace.of(parameters.tensors().keySet(), weightDecay, groups);
        this.kinds = List.of(kinds);
        this.memory = this.kinds.stream().map(kind -> parameters.beside()).toList();
        this.updates = new long[paces.size()];
        this.counts = parameters.device().allocateLasting(Math.max(1, updates.length));
        counts.fill(0);
    }

    void zeroGrad() {
        parameters.forgetGradients();
    }

    /** Shows each piece once. */
    void step(double learningRate, Consumer<Piece> update) {
        LearningRate.require(learningRate);
        parameters.requireGradients();
        steps++;
        List<Integer> moving = parameters.moving();
        moving.forEach(i -> updates[i]++);
        if (alike(moving)) {
            for (int i = 0; i < parameters.values().stretches().size(); i++) {
                update.accept(piece(i, 0, learningRate, FlatBuffer::stretches));
            }
        } else {
            moving.forEach(i -> update.accept(piece(i, i, learningRate, FlatBuffer::parts)));
        }
    }

    private boolean alike(List<Integer> moving) {
        return moving.size() == updates.length
                && new HashSet<>(paces).size() == 1
                && Arrays.stream(updates).distinct().count() == 1;
    }

    private interface Cut {
        List<Buffer> of(FlatBuffer flat);
    }

    private Piece piece(int i, int parameter, double learningRate, Cut cut) {
        List<Buffer> remembered = new ArrayList<>();
        memory.forEach(flat -> remembered.add(cut.of(flat).get(i)));
        Pace pace = paces.get(parameter);
        return new Piece(
                cut.of(parameters.values()).get(i),
                cut.of(parameters.gradients()).get(i),
                remembered,
                learningRate * pace.rateShare(),
                pace.weightDecay(),
                updates[parameter]);
    }

    long steps() {
        return steps;
    }

    Map<String, Buffer> memory() {
        Map<String, Buffer> names = new LinkedHashMap<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            int i = 0;
            for (String path : parameters.tensors().keySet()) {
                names.put(kinds.get(kind) + "." + path, memory.get(kind).parts().get(i++));
            }
        }
        counts.write(Arrays.copyOf(Arrays.stream(updates).asDoubleStream().toArray(), counts.size()));
        names.put(STEPS, counts);
        return names;
    }

    void resumeAfter(long done) {
        if (done < 0) {
            throw new IllegalArgumentException("optimiser: steps done must not be negative, got " + done);
        }
        double[] remembered = counts.toDoubles();
        List<String> paths = List.copyOf(parameters.tensors().keySet());
        for (int i = 0; i < updates.length; i++) {
            if (!(remembered[i] >= 0 && remembered[i] <= done && remembered[i] == Math.rint(remembered[i]))) {
                throw new IllegalArgumentException("optimiser: its memory says that " + paths.get(i) + " was updated "
                        + remembered[i] + " times in " + done + " steps; write the memory back before resuming");
            }
            updates[i] = (long) remembered[i];
        }
        steps = done;
    }
}
