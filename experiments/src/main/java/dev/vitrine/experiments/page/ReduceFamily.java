package dev.vitrine.experiments.page;

import static dev.vitrine.engine.op.reduce.Max.amax;
import static dev.vitrine.engine.op.reduce.Max.argmax;
import static dev.vitrine.engine.op.reduce.Max.max;
import static dev.vitrine.engine.op.reduce.Sum.mean;
import static dev.vitrine.engine.op.reduce.Sum.sum;

import dev.vitrine.engine.op.reduce.Axes;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reductions: which elements meet in which output, and where a gradient goes. */
final class ReduceFamily implements Family {
    private static final double[] X = {1, 2, 3, 4, 5, 6};
    private static final double[] TIES = {3, 7, 7, 2, 5, 1};

    @Override
    public List<Drawing> drawings() {
        return List.of(sums(), largest());
    }

    private static Example of(String name, String written, double[] x, UnaryOperator<Tensor> operation, double... g) {
        return Example.named(name)
                .input("x", Shape.of(2, 3), x)
                .calls(written, in -> operation.apply(in.get(0)))
                .gradient(g);
    }

    private static Example down() {
        return of("sum", "sum(x, Axes.of(0))", X, x -> sum(x, Axes.of(0)), 1, 10, 100);
    }

    private static Example along() {
        return of(
                "mean",
                "mean(x, Axes.of(1).keepDims())",
                X,
                x -> mean(x, Axes.of(1).keepDims()),
                3,
                30);
    }

    private static Example all() {
        return of("sum_all", "sum(x)", X, x -> sum(x), 1);
    }

    private static Grid byColumn(Grid grid) {
        return grid.painted((i, j, cell) -> cell.on(Ink.of(j)));
    }

    private static Grid byRow(Grid grid) {
        return grid.painted((i, j, cell) -> cell.on(Ink.of(i)));
    }

    private static Drawing sums() {
        return new Sheet(
                        "A matrix summed over axis 0, averaged over axis 1 and summed over everything, and the ways"
                                + " back",
                        List.of(
                                Sheet.Strip.of(
                                        "sum over axis 0",
                                        byColumn(Grid.of("x [2, 3]", 3, X)),
                                        new Sheet.Arrow("sum"),
                                        byColumn(Grid.of("y [3]", 3, down().output())),
                                        byColumn(Grid.of("g [3]", 3, 1, 10, 100)),
                                        new Sheet.Arrow("repeat"),
                                        byColumn(Grid.of("dx [2, 3]", 3, down().gradientOf(0)))),
                                Sheet.Strip.of(
                                        "mean over axis 1, kept",
                                        byRow(Grid.of("x [2, 3]", 3, X)),
                                        new Sheet.Arrow("mean"),
                                        byRow(Grid.of("y [2, 1]", 1, along().output())),
                                        byRow(Grid.of("g [2, 1]", 1, 3, 30)),
                                        new Sheet.Arrow("a third each"),
                                        byRow(Grid.of("dx [2, 3]", 3, along().gradientOf(0))))))
                .drawing("sum");
    }

    private static Example shared() {
        return of("amax", "amax(x, Axes.of(1))", TIES, x -> amax(x, Axes.of(1)), 10, 100);
    }

    private static Example first() {
        return of("max", "max(x, 1)", TIES, x -> max(x, 1), 10, 100);
    }

    private static double[] places() {
        return of("argmax", "argmax(x, Axes.of(1))", TIES, x -> argmax(x, Axes.of(1)))
                .output();
    }

    private static Grid marked(Grid grid, double... gradient) {
        return grid.painted(
                (i, j, cell) -> gradient[3 * i + j] != 0 ? cell.on(Ink.of(i)).strong() : cell.on(Ink.of(i)));
    }

    private static Drawing largest() {
        double[] both = shared().gradientOf(0);
        double[] one = first().gradientOf(0);
        return new Sheet(
                        "The largest value of each row: where two are equal, amax shares the gradient and max gives it"
                                + " to the first",
                        List.of(
                                Sheet.Strip.of(
                                        "the largest of each row",
                                        marked(Grid.of("x", 3, TIES), both),
                                        new Sheet.Arrow("max over axis 1"),
                                        byRow(Grid.of("y", 1, shared().output())),
                                        byRow(Grid.of("argmax", 1, places()))),
                                Sheet.Strip.of(
                                        "backward",
                                        byRow(Grid.of("g", 1, 10, 100)),
                                        new Sheet.Arrow(""),
                                        marked(Grid.of("amax: shared", 3, both), both),
                                        new Sheet.Sign("or"),
                                        marked(Grid.of("max: to the first", 3, one), one))))
                .drawing("max");
    }

    @Override
    public List<Example> examples() {
        return List.of(down(), along(), all(), shared(), first());
    }
}
