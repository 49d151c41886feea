package dev.vitrine.experiments.page;

import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;
import static dev.vitrine.engine.op.loss.CrossEntropy.crossEntropy;
import static dev.vitrine.engine.op.loss.MeanSquaredError.meanSquaredError;
import static dev.vitrine.engine.op.softmax.LogSoftmax.logSoftmax;
import static dev.vitrine.engine.op.softmax.Softmax.softmax;

import dev.vitrine.engine.op.loss.CrossEntropy;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** From scores to probabilities, and what they cost. */
final class LossFamily implements Family {
    private static final double[] SCORES = {2, 1, 0, 3};
    private static final List<String> CLASSES = List.of("0", "1", "2", "3");

    @Override
    public List<Drawing> drawings() {
        return List.of(probabilities(), classes(), binary(), squares());
    }

    private static Example softmaxExample() {
        return Example.named("softmax")
                .input("x", Shape.of(1, 4), SCORES)
                .calls("softmax(x, -1)", in -> softmax(in.get(0), -1))
                .gradient(1, 0, 0, 0);
    }

    private static Drawing probabilities() {
        double largest = Arrays.stream(SCORES).max().orElse(0);
        double[] raised = Arrays.stream(SCORES).map(x -> Math.exp(x - largest)).toArray();
        return new Sheet(
                        "Softmax: scores, the exponentials of their distance from the largest, and these divided by"
                                + " their sum",
                        List.of(Sheet.Strip.of(
                                "",
                                new Bars("scores x", CLASSES, SCORES, 3, Ink.BLUE),
                                new Bars("exp(x \u2212 max)", CLASSES, raised, 1, Ink.ORANGE),
                                new Bars(
                                        "y: divided by the sum",
                                        CLASSES,
                                        softmaxExample().output(),
                                        1,
                                        Ink.GREEN))))
                .drawing("softmax");
    }

    private static Example classExample() {
        return Example.named("cross_entropy")
                .input("z", Shape.of(1, 4), SCORES)
                .fixed("t", Shape.of(1), 1)
                .calls("crossEntropy(z, t)", in -> crossEntropy(in.get(0), in.get(1)));
    }

    private static Drawing classes() {
        return new Sheet(
                        "Cross-entropy of four classes, the true one being 1: the gradient is the probabilities minus"
                                + " the target",
                        List.of(Sheet.Strip.of(
                                "true class: 1",
                                new Bars(
                                        "p = softmax(z)",
                                        CLASSES,
                                        softmaxExample().output(),
                                        1,
                                        Ink.GREEN),
                                new Bars("target", CLASSES, new double[] {0, 1, 0, 0}, 1, Ink.ORANGE),
                                new Bars(
                                        "dz = p \u2212 target",
                                        CLASSES,
                                        classExample().gradientOf(0),
                                        1,
                                        Ink.BLUE))))
                .drawing("cross_entropy");
    }

    private static Tensor target(Tensor like, double value) {
        return Tensor.of(like.device(), like.shape(), value);
    }

    private static Drawing binary() {
        return Curves.sheet(
                "bce_with_logits",
                "Binary cross-entropy against the logit: for target 1 it falls towards 0 as the logit grows, for"
                        + " target 0 the other way round",
                Curves.of("target 1", new Curves.Frame(-5, 5, -2, 5), z -> bceWithLogits(z, target(z, 1))),
                Curves.of("target 0", new Curves.Frame(-5, 5, -2, 5), z -> bceWithLogits(z, target(z, 0))));
    }

    private static Drawing squares() {
        return Curves.sheet(
                "mean_squared_error",
                "The squared error of one value against the target 1, and its slope",
                Curves.of("target 1", new Curves.Frame(-2, 4, -4, 5), x -> meanSquaredError(x, target(x, 1))));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                softmaxExample(),
                Example.named("log_softmax")
                        .input("x", Shape.of(1, 4), SCORES)
                        .calls("logSoftmax(x, -1)", in -> logSoftmax(in.get(0), -1))
                        .gradient(1, 0, 0, 0),
                classExample(),
                Example.named("cross_entropy_options")
                        .input("z", Shape.of(2, 3), 2, 0, 1, 0, 0, 0)
                        .fixed("t", Shape.of(2), 0, 2)
                        .fixed("weight", Shape.of(3), 1, 1, 3)
                        .calls(
                                "crossEntropy(z, t, CrossEntropy.Options.NONE.weight(weight).labelSmoothing(0.3))",
                                in -> crossEntropy(
                                        in.get(0),
                                        in.get(1),
                                        CrossEntropy.Options.NONE
                                                .weight(in.get(2))
                                                .labelSmoothing(0.3))),
                Example.named("bce_with_logits")
                        .input("z", Shape.of(4), 0, 2, -2, 1000)
                        .fixed("t", Shape.of(4), 1, 1, 1, 0)
                        .calls("bceWithLogits(z, t)", in -> bceWithLogits(in.get(0), in.get(1))),
                Example.named("bce_positive_weight")
                        .input("z", Shape.of(4), 0, 2, -2, 0)
                        .fixed("t", Shape.of(4), 1, 1, 1, 0)
                        .fixed("w", Shape.of(1), 3)
                        .calls("bceWithLogits(z, t, w)", in -> bceWithLogits(in.get(0), in.get(1), in.get(2))),
                Example.named("mean_squared_error")
                        .input("x", Shape.of(4), 1, 2, 3, 4)
                        .input("t", Shape.of(4), 1, 1, 1, 2)
                        .calls("meanSquaredError(x, t)", in -> meanSquaredError(in.get(0), in.get(1))));
    }
}
