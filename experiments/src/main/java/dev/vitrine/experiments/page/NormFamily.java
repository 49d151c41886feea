package dev.vitrine.experiments.page;

import static dev.vitrine.engine.op.norm.LayerNorm.layerNorm;

import dev.vitrine.engine.op.norm.BatchNorm;
import dev.vitrine.engine.op.norm.LayerNorm;
import dev.vitrine.engine.op.norm.RunningStatistics;
import dev.vitrine.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Normalisation: which values share a mean, and what becomes of them. */
final class NormFamily implements Family {
    private static final double[] X = {1, 2, 6, 10, 30, 20, 5, 7, 3, 40, 0, 20};
    private static final double[] G = {1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
    private static final int CHANNELS = 3;
    private static final int LENGTH = 4;

    @Override
    public List<Drawing> drawings() {
        return List.of(whoSharesAMean(), batch(), layer());
    }

    /** One row for each item; each cell says by which mean it is normalised. */
    private static Grid shared(String caption, Group group) {
        List<String> columns = IntStream.range(0, CHANNELS * LENGTH)
                .mapToObj(column -> column % LENGTH == 0 ? "c = " + column / LENGTH : "")
                .toList();
        return Grid.of(caption, 3, CHANNELS * LENGTH, (n, column) -> {
                    int mean = group.of(n, column / LENGTH);
                    return Cell.of("m" + mean).on(Ink.of(mean));
                })
                .named(List.of("n = 0", "1", "2"), columns);
    }

    /** The number of the mean that an item's channel is normalised by. */
    private interface Group {
        int of(int n, int c);
    }

    private static Drawing whoSharesAMean() {
        return new Sheet(
                        "An array [N, C, L] of 3 items, 3 channels and 4 positions: batch normalisation takes one mean"
                                + " for each channel, layer normalisation one for each item",
                        List.of(
                                Sheet.Strip.of("", shared("batch_norm: one mean m for each channel", (n, c) -> c)),
                                Sheet.Strip.of("", shared("layer_norm over [C, L]: one for each item", (n, c) -> n))))
                .drawing("norm");
    }

    private static Example batchExample() {
        return Example.named("batch_norm")
                .input("x", Shape.of(2, 2, 3), X)
                .input("gamma", Shape.of(2), 1, 2)
                .input("beta", Shape.of(2), 0, 5)
                .changes("mean", Shape.of(2), 0, 0)
                .changes("variance", Shape.of(2), 1, 1)
                .calls(
                        "BatchNorm.training(x, gamma, beta, new RunningStatistics(mean, variance),"
                                + " BatchNorm.Options.DEFAULT)",
                        in -> BatchNorm.training(
                                in.get(0),
                                in.get(1),
                                in.get(2),
                                new RunningStatistics(in.get(3), in.get(4)),
                                BatchNorm.Options.DEFAULT))
                .gradient(G);
    }

    private static List<String> names(int... at) {
        return Arrays.stream(at).mapToObj(i -> "x" + i).toList();
    }

    private static double[] at(double[] values, int... at) {
        return Arrays.stream(at).mapToDouble(i -> values[i]).toArray();
    }

    private static Drawing batch() {
        int[] second = {3, 4, 5, 9, 10, 11};
        double[] y = batchExample().output();
        double[] normalised = Arrays.stream(at(y, second)).map(v -> (v - 5) / 2).toArray();
        return new Sheet(
                        "A channel of six values is brought to mean 0 and variance 1, then scaled by 2 and shifted by 5",
                        List.of(Sheet.Strip.of(
                                "channel 1: gamma 2, beta 5",
                                new Bars("x: mean 20", names(second), at(X, second), 40, Ink.BLUE),
                                new Bars("xhat: mean 0, variance 1", names(second), normalised, 4, Ink.ORANGE),
                                new Bars("y = 2 \u00b7 xhat + 5", names(second), at(y, second), 10, Ink.GREEN))))
                .drawing("batch_norm");
    }

    private static Example layerExample() {
        return Example.named("layer_norm")
                .input("x", Shape.of(2, 4), 1, 2, 3, 6, 40, 10, 10, 20)
                .input("gamma", Shape.of(4), 1, 1, 1, 2)
                .input("beta", Shape.of(4), 0, 0, 0, 1)
                .calls(
                        "layerNorm(x, gamma, beta, LayerNorm.DEFAULT_EPS)",
                        in -> layerNorm(in.get(0), in.get(1), in.get(2), LayerNorm.DEFAULT_EPS))
                .gradient(1, 0, 0, 0, 0, 0, 0, 1);
    }

    private static Drawing layer() {
        double[] y = layerExample().output();
        int[] first = {0, 1, 2, 3};
        int[] second = {4, 5, 6, 7};
        return new Sheet(
                        "Two rows of different size become alike: each is brought to mean 0 and variance 1 by itself,"
                                + " then every element is scaled and shifted by its own gamma and beta",
                        List.of(Sheet.Strip.of(
                                "gamma = 1, 1, 1, 2; beta = 0, 0, 0, 1",
                                new Bars(
                                        "row 0: mean 3",
                                        List.of("0", "1", "2", "3"),
                                        new double[] {1, 2, 3, 6},
                                        6,
                                        Ink.BLUE),
                                new Bars("y", List.of("0", "1", "2", "3"), at(y, first), 5, Ink.GREEN),
                                new Bars(
                                        "row 1: mean 20",
                                        List.of("0", "1", "2", "3"),
                                        new double[] {40, 10, 10, 20},
                                        40,
                                        Ink.BLUE),
                                new Bars("y", List.of("0", "1", "2", "3"), at(y, second), 5, Ink.GREEN))))
                .drawing("layer_norm");
    }

    @Override
    public List<Example> examples() {
        return List.of(
                batchExample(),
                Example.named("batch_norm_evaluating")
                        .input("x", Shape.of(1, 2, 3), 1, 2, 6, 10, 30, 20)
                        .input("gamma", Shape.of(2), 1, 2)
                        .input("beta", Shape.of(2), 0, 5)
                        .fixed("mean", Shape.of(2), 2, 20)
                        .fixed("variance", Shape.of(2), 4, 100)
                        .calls(
                                "BatchNorm.evaluating(x, gamma, beta, new RunningStatistics(mean, variance),"
                                        + " BatchNorm.Options.DEFAULT)",
                                in -> BatchNorm.evaluating(
                                        in.get(0),
                                        in.get(1),
                                        in.get(2),
                                        new RunningStatistics(in.get(3), in.get(4)),
                                        BatchNorm.Options.DEFAULT))
                        .gradient(1, 0, 0, 0, 1, 0),
                layerExample());
    }
}
