package dev.vitrine.experiments.page;

import static dev.vitrine.engine.op.arithmetic.Matmul.matmul;
import static dev.vitrine.engine.op.linear.Linear.linear;

import dev.vitrine.engine.tensor.Shape;
import java.util.List;

/** Sums of products: a layer's weights, and matrices. */
final class LinearFamily implements Family {
    private static final double[] X = {1, 2, 3, 0, 1, -1};
    private static final double[] WEIGHT = {1, 0, 2, -1, 3, 1};
    private static final double[] A = {1, 2, 0, 3, -1, 4};
    private static final double[] B = {2, 1, 0, 3, 1, -2};
    private static final double[] G = {1, 0, 0, 10};

    @Override
    public List<Drawing> drawings() {
        return List.of(layer(), product());
    }

    private static Example layerExample() {
        return Example.named("linear")
                .input("x", Shape.of(2, 3), X)
                .input("weight", Shape.of(2, 3), WEIGHT)
                .input("bias", Shape.of(2), 10, 20)
                .calls("linear(x, weight, bias)", in -> linear(in.get(0), in.get(1), in.get(2)))
                .gradient(G);
    }

    private static Grid rowOf(int row, Ink ink, Grid grid) {
        return grid.painted((i, j, cell) -> i == row ? cell.on(ink) : cell);
    }

    private static Grid columnOf(int column, Ink ink, Grid grid) {
        return grid.painted((i, j, cell) -> j == column ? cell.on(ink) : cell);
    }

    private static Grid result(int row, int column, Grid grid) {
        return grid.painted(
                (i, j, cell) -> i == row && j == column ? cell.on(Ink.GREEN).strong() : cell);
    }

    private static Drawing layer() {
        Grid x = Grid.of("x [N, I]", 3, X).named(List.of("n = 0", "1"), List.of("i = 0", "1", "2"));
        Grid weight = Grid.of("weight [O, I]", 3, WEIGHT).named(List.of("o = 0", "1"), List.of("i = 0", "1", "2"));
        Grid y = Grid.of("y [N, O]", 2, layerExample().output()).named(List.of("n = 0", "1"), List.of("o = 0", "1"));
        return new Sheet(
                        "A fully connected layer: row n of x times row o of the weight, plus the bias of o",
                        List.of(Sheet.Strip.of(
                                "y[0, 1] = 1 \u00b7 (\u22121) + 2 \u00b7 3 + 3 \u00b7 1 + 20",
                                rowOf(0, Ink.BLUE, x),
                                new Sheet.Sign("\u00b7"),
                                rowOf(1, Ink.ORANGE, weight),
                                new Sheet.Sign("+"),
                                columnOf(1, Ink.ORANGE, Grid.of("bias", 2, 10, 20)),
                                new Sheet.Sign("="),
                                result(0, 1, y))))
                .drawing("linear");
    }

    private static Example productExample() {
        return Example.named("matmul")
                .input("a", Shape.of(2, 3), A)
                .input("b", Shape.of(3, 2), B)
                .calls("matmul(a, b)", in -> matmul(in.get(0), in.get(1)))
                .gradient(G);
    }

    private static Drawing product() {
        Grid a = Grid.of("a [I, K]", 3, A);
        Grid b = Grid.of("b [K, J]", 2, B);
        Grid y = Grid.of("y [I, J]", 2, productExample().output());
        Grid g = Grid.of("g [I, J]", 2, G);
        double[] transposed = {B[0], B[2], B[4], B[1], B[3], B[5]};
        double[] turned = {A[0], A[3], A[1], A[4], A[2], A[5]};
        return new Sheet(
                        "The product of two matrices: row i of a times column k of b; and the two products of the way"
                                + " back",
                        List.of(
                                Sheet.Strip.of(
                                        "y = a b",
                                        rowOf(1, Ink.BLUE, a),
                                        new Sheet.Sign("\u00b7"),
                                        columnOf(0, Ink.ORANGE, b),
                                        new Sheet.Sign("="),
                                        result(1, 0, y)),
                                Sheet.Strip.of(
                                        "da = g b\u1d40",
                                        rowOf(1, Ink.BLUE, g),
                                        new Sheet.Sign("\u00b7"),
                                        columnOf(2, Ink.ORANGE, Grid.of("b\u1d40 [J, K]", 3, transposed)),
                                        new Sheet.Sign("="),
                                        result(
                                                1,
                                                2,
                                                Grid.of(
                                                        "da [I, K]",
                                                        3,
                                                        productExample().gradientOf(0)))),
                                Sheet.Strip.of(
                                        "db = a\u1d40 g",
                                        rowOf(1, Ink.BLUE, Grid.of("a\u1d40 [K, I]", 2, turned)),
                                        new Sheet.Sign("\u00b7"),
                                        columnOf(1, Ink.ORANGE, g),
                                        new Sheet.Sign("="),
                                        result(
                                                1,
                                                1,
                                                Grid.of(
                                                        "db [K, J]",
                                                        2,
                                                        productExample().gradientOf(1))))))
                .drawing("matmul");
    }

    @Override
    public List<Example> examples() {
        return List.of(
                layerExample(),
                productExample(),
                Example.named("matmul_batch")
                        .input("a", Shape.of(2, 1, 2), 1, 2, 3, 4)
                        .input("b", Shape.of(2, 2), 1, 0, 5, 1)
                        .calls("matmul(a, b)", in -> matmul(in.get(0), in.get(1)))
                        .gradient(1, 0, 10, 0));
    }
}
