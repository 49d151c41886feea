package dev.vitrine.experiments.page;

import static dev.vitrine.engine.op.arithmetic.Add.add;
import static dev.vitrine.engine.op.arithmetic.BroadcastTo.broadcastTo;
import static dev.vitrine.engine.op.arithmetic.Div.div;
import static dev.vitrine.engine.op.arithmetic.Mul.mul;
import static dev.vitrine.engine.op.arithmetic.Pow.pow;
import static dev.vitrine.engine.op.arithmetic.Sub.sub;

import dev.vitrine.engine.tensor.Shape;
import java.util.List;

/** Arithmetic of two arrays: which elements meet, and where repeated ones collect their gradient. */
final class ArithmeticFamily implements Family {
    private static final double[] A = {1, 2, 3, 4, 5, 6};
    private static final double[] ROW = {10, 20, 30};
    private static final double[] COLUMN = {2, 10};
    private static final double[] G = {1, 2, 3, 4, 5, 6};

    @Override
    public List<Drawing> drawings() {
        return List.of(sum(), product(), repeated(), powers());
    }

    /** Repeated cells have an edge of dashes. */
    private static Grid repeatedRow(String caption, double... row) {
        return Grid.of(caption, 2, row.length, (i, j) -> copy(i > 0, row[j]));
    }

    private static Grid repeatedColumn(String caption, int width, double... column) {
        return Grid.of(caption, column.length, width, (i, j) -> copy(j > 0, column[i]));
    }

    private static Cell copy(boolean isCopy, double value) {
        Cell cell = Cell.of(value);
        return isCopy ? Cell.padding(cell.text()) : cell.on(Ink.ORANGE);
    }

    private static Example sumExample() {
        return Example.named("add")
                .input("a", Shape.of(2, 3), A)
                .input("b", Shape.of(3), ROW)
                .calls("add(a, b)", in -> add(in.get(0), in.get(1)))
                .gradient(G);
    }

    private static Drawing sum() {
        return new Sheet(
                        "A row is added to a matrix: forward it is repeated, backward its gradient is the sum over the"
                                + " repetitions",
                        List.of(
                                Sheet.Strip.of(
                                        "forward",
                                        Grid.of("a [2, 3]", 3, A),
                                        new Sheet.Sign("+"),
                                        repeatedRow("b [3], repeated", ROW),
                                        new Sheet.Sign("="),
                                        Grid.of("y [2, 3]", 3, sumExample().output())),
                                Sheet.Strip.of(
                                        "backward",
                                        Grid.of("g [2, 3]", 3, G),
                                        new Sheet.Arrow("as it is"),
                                        Grid.of("da [2, 3]", 3, sumExample().gradientOf(0)),
                                        new Sheet.Arrow("g down the columns"),
                                        Grid.of("db [3]", 3, sumExample().gradientOf(1))
                                                .painted((i, j, cell) -> cell.on(Ink.ORANGE)))))
                .drawing("add");
    }

    private static Example productExample() {
        return Example.named("mul")
                .input("a", Shape.of(2, 3), A)
                .input("b", Shape.of(2, 1), COLUMN)
                .calls("mul(a, b)", in -> mul(in.get(0), in.get(1)))
                .gradient(G);
    }

    private static Drawing product() {
        return new Sheet(
                        "A matrix times a column, element by element: the gradient of a is g times b, that of b is g"
                                + " times a, summed over the repetitions",
                        List.of(
                                Sheet.Strip.of(
                                        "forward: y = a \u00b7 b",
                                        Grid.of("a [2, 3]", 3, A),
                                        new Sheet.Sign("\u00b7"),
                                        repeatedColumn("b [2, 1], repeated", 3, COLUMN),
                                        new Sheet.Sign("="),
                                        Grid.of("y [2, 3]", 3, productExample().output())),
                                Sheet.Strip.of(
                                        "backward",
                                        Grid.of("g [2, 3]", 3, G),
                                        new Sheet.Arrow("times b"),
                                        Grid.of("da [2, 3]", 3, productExample().gradientOf(0)),
                                        new Sheet.Arrow("g \u00b7 a along the rows"),
                                        Grid.of("db [2, 1]", 1, productExample().gradientOf(1))
                                                .painted((i, j, cell) -> cell.on(Ink.ORANGE)))))
                .drawing("mul");
    }

    private static Example repeatedExample() {
        return Example.named("broadcast_to")
                .input("x", Shape.of(2, 1), 7, 8)
                .calls("broadcastTo(x, Shape.of(2, 4))", in -> broadcastTo(in.get(0), Shape.of(2, 4)))
                .gradient(1, 2, 3, 4, 10, 20, 30, 40);
    }

    private static Drawing repeated() {
        double[] g = {1, 2, 3, 4, 10, 20, 30, 40};
        return new Sheet(
                        "Broadcasting: shapes are aligned at their last axis, an axis that is missing or of size 1"
                                + " repeats; backward the repetitions are summed",
                        List.of(
                                Sheet.Strip.of(
                                        "an axis of size 1 repeats",
                                        Grid.of("x [2, 1]", 1, 7, 8).painted((i, j, cell) -> cell.on(Ink.ORANGE)),
                                        new Sheet.Arrow("broadcast_to"),
                                        repeatedColumn(
                                                "y [2, 4]",
                                                4,
                                                repeatedExample().output()[0],
                                                repeatedExample().output()[4]),
                                        Grid.of("g [2, 4]", 4, g),
                                        new Sheet.Arrow("sum"),
                                        Grid.of(
                                                        "dx [2, 1]",
                                                        1,
                                                        repeatedExample().gradientOf(0))
                                                .painted((i, j, cell) -> cell.on(Ink.ORANGE))),
                                Sheet.Strip.of(
                                        "shapes are aligned at their last axis",
                                        axes("a", "8", "1", "6", "1"),
                                        axes("b", "", "7", "1", "5"),
                                        new Sheet.Arrow("meet as"),
                                        axes("y", "8", "7", "6", "5"))))
                .drawing("broadcast_to");
    }

    private static Grid axes(String caption, String... sizes) {
        return Grid.of(caption, 1, sizes.length, (i, j) -> switch (sizes[j]) {
            case "" -> Cell.padding("");
            case "1" -> Cell.padding("1");
            default -> Cell.of(sizes[j]);
        });
    }

    private static Drawing powers() {
        return Curves.sheet(
                "pow",
                "Powers of a to the exponents 2, 1/2 and -1, and their slopes: b times a to the b minus 1",
                Curves.of("b = 2: a\u00b2", new Curves.Frame(-2, 2, -4, 4), a -> a.pow(2)),
                Curves.of("b = 1/2: \u221aa", new Curves.Frame(0, 4, 0, 4), a -> a.pow(0.5)),
                Curves.of("b = \u22121: 1 / a", new Curves.Frame(0, 4, -4, 4), a -> a.pow(-1)));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                sumExample(),
                Example.named("sub")
                        .input("a", Shape.of(2, 3), A)
                        .input("b", Shape.of(3), ROW)
                        .calls("sub(a, b)", in -> sub(in.get(0), in.get(1)))
                        .gradient(G),
                productExample(),
                Example.named("div")
                        .input("a", Shape.of(2, 3), A)
                        .input("b", Shape.of(2, 1), COLUMN)
                        .calls("div(a, b)", in -> div(in.get(0), in.get(1)))
                        .gradient(1, 1, 1, 1, 1, 1),
                repeatedExample(),
                Example.named("pow")
                        .input("a", Shape.of(2, 2), 3, 2, 4, 0)
                        .input("b", Shape.of(2, 2), 2, 3, 0.5, 0)
                        .calls("pow(a, b)", in -> pow(in.get(0), in.get(1)))
                        .gradient(1, 1, 1, 1));
    }
}
