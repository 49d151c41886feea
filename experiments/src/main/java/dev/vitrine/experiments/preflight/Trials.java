package dev.vitrine.experiments.preflight;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Lens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tries a network of its own out: before the first step, and on a handful of examples. */
final class Trials {
    private static final int EXAMPLES = 16;
    private static final int MOST_STEPS = 300;
    private static final int FEWEST_STEPS = 10;
    private static final int LOOK_EVERY = 4;
    private static final double LEARNING_RATE = 0.003;

    /** Multiply-adds that a few seconds allow. */
    private static final double BUDGET_JAVA = 6e9;

    private static final double BUDGET_OPENCL = 60e9;

    private static final int MOST_WEIGHTS = 4_000_000;

    private final Objective objective;
    private final Network network;
    private final int classes;

    Trials(Experiment experiment, Device device, int classes, long seed) throws IOException {
        this.objective = experiment.objective();
        this.network = Network.of(device, experiment.network(classes), seed);
        this.classes = classes;
        experiment.begin(network);
        experiment.beforeEpoch(network, 0);
    }

    Network network() {
        return network;
    }

    /** One step forward and backward on the first batch. */
    List<Check> atTheStart(Batch first, double[] shares) {
        network.mode(Mode.TRAINING);
        try (Scope scope = network.device().step()) {
            network.parameters().tensors().values().forEach(Tensor::zeroGrad);
            Tensor loss = objective.of(
                    network.forward(Tensor.of(network.device(), first.inputShape(), first.inputs())),
                    Tensor.ofTargets(network.device(), first.targetShape(), first.targets()));
            loss.backward();
            return List.of(loss(loss.item(), shares), gradients());
        }
    }

    /** A network that knows nothing says each class is equally likely; one that knows the shares of the classes says those. */
    Check loss(double loss, double[] shares) {
        double unknowing = Math.log(classes);
        double entropy = 0;
        for (double share : shares) {
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        String expected = entropy < 0.95 * unknowing
                ? String.format(Locale.ROOT, "%.2f (ln %d) to %.2f", unknowing, classes, entropy)
                : String.format(Locale.ROOT, "%.2f (ln %d)", unknowing, classes);
        boolean low = loss < 0.5 * entropy;
        return Check.of(
                "loss when untrained",
                String.format(Locale.ROOT, "%.4g", loss),
                expected,
                !low && loss < 2 * unknowing + 0.5,
                low
                        ? "The untrained network knows the answer already: is the class among its inputs?"
                        : "The untrained network is sure of wrong answers: scale the inputs to deviation 1,"
                                + " or begin with smaller weights in the last layer.");
    }

    private Check gradients() {
        List<String> without = new ArrayList<>();
        int[] wanting = {0};
        network.parameters().tensors().forEach((path, tensor) -> {
            wanting[0] += tensor.wantsGrad() ? 1 : 0;
            if (tensor.wantsGrad() && !(tensor.hasGrad() && reaches(tensor.grad()))) {
                without.add(path);
            }
        });
        return Check.of(
                "gradients arrive",
                "%d of %d parameters".formatted(wanting[0] - without.size(), wanting[0]),
                "all",
                without.isEmpty(),
                without.isEmpty()
                        ? ""
                        : "No gradient arrives at %s: does the loss depend on it? is what follows it dead?"
                                .formatted(without.get(0)));
    }

    private static boolean reaches(Tensor gradient) {
        boolean some = false;
        for (double value : gradient.toDoubles()) {
            if (!Double.isFinite(value)) {
                return false;
            }
            some |= value != 0;
        }
        return some;
    }

    /** Whether the network can learn a handful of clips by heart. */
    Check byHeart(List<Labelled> train, Lens lens) {
        String name = "learns %d by heart".formatted(EXAMPLES);
        long each = 3L * EXAMPLES * Summary.of(network, lens.inputs(1)).multiplyAdds();
        double budget = network.device() instanceof JavaDevice ? BUDGET_JAVA : BUDGET_OPENCL;
        int steps = (int) Math.min(MOST_STEPS, budget / Math.max(1, each));
        if (steps < FEWEST_STEPS || network.totalCount() > MOST_WEIGHTS || network.trainableCount() == 0) {
            return Check.known(name, "not tried, the network is large");
        }
        Batch examples = examples(train, lens);
        int size = examples.inputShape().size(0);
        Adam adam = new Adam(network.parameters(), Adam.Options.DEFAULT);
        int right = 0;
        int done = 0;
        for (; done < steps && right < size; done++) {
            right = step(adam, examples, done, done % LOOK_EVERY == 0 || done == steps - 1, right);
        }
        String found = "%d of %d in %d steps".formatted(right, size, done);
        boolean tried = steps >= 60;
        return right < size && !tried
                ? Check.known(name, found)
                : Check.of(
                        name,
                        found,
                        "all",
                        right >= size - 1,
                        "It cannot learn even these: do labels and inputs belong together? is the network too small,"
                                + " or are inputs not scaled?");
    }

    /** How many were judged rightly, before the step. */
    private int step(Adam adam, Batch examples, int step, boolean look, int before) {
        network.mode(Mode.TRAINING);
        try (Scope scope = network.device().step()) {
            adam.zeroGrad();
            network.step(step);
            Tensor output = network.forward(Tensor.of(network.device(), examples.inputShape(), examples.inputs()));
            objective
                    .of(output, Tensor.ofTargets(network.device(), examples.targetShape(), examples.targets()))
                    .backward();
            adam.step(LEARNING_RATE);
            return look ? right(objective.probabilities(output), examples.targets()) : before;
        }
    }

    private static int right(List<List<Double>> probabilities, float[] targets) {
        int right = 0;
        for (int i = 0; i < targets.length; i++) {
            List<Double> row = probabilities.get(i);
            int label = Math.round(targets[i]);
            right += row.stream().allMatch(p -> p <= row.get(label)) ? 1 : 0;
        }
        return right;
    }

    /** One view of each of some clips, the classes in turn. */
    private Batch examples(List<Labelled> train, Lens lens) {
        List<Labelled> chosen = inTurn(train);
        int size = lens.input().elements();
        float[] inputs = new float[chosen.size() * size];
        float[] targets = new float[chosen.size()];
        for (int i = 0; i < chosen.size(); i++) {
            List<Lens.View> views = lens.views(chosen.get(i));
            Lens.View view =
                    views.stream().filter(Lens.View::counts).findFirst().orElse(views.get(0));
            System.arraycopy(view.values(), 0, inputs, i * size, size);
            targets[i] = chosen.get(i).label();
        }
        return new Batch(inputs, lens.inputs(chosen.size()), targets, objective.targets(chosen.size()));
    }

    private List<Labelled> inTurn(List<Labelled> train) {
        List<Labelled> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < EXAMPLES && round < train.size(); round++) {
            for (int label = 0; label < classes && chosen.size() < EXAMPLES; label++) {
                int wanted = label;
                train.stream()
                        .filter(clip -> clip.label() == wanted)
                        .skip(round)
                        .findFirst()
                        .ifPresent(chosen::add);
            }
        }
        return chosen;
    }
}
