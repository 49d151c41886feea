package dev.vitrine.experiments.page;

import static dev.vitrine.engine.op.view.Concat.concat;
import static dev.vitrine.engine.op.view.Pad.pad;
import static dev.vitrine.engine.op.view.Permute.permute;
import static dev.vitrine.engine.op.view.Reshape.reshape;
import static dev.vitrine.engine.op.view.Slice.slice;

import dev.vitrine.engine.tensor.Shape;
import java.util.List;

/** Views: the same numbers in other places. */
final class ViewFamily implements Family {
    private static final double[] X = {1, 2, 3, 4, 5, 6};
    private static final double[] ROW = {0, 1, 2, 3, 4, 5, 6, 7};
    private static final double[] G = {10, 20, 30, 40, 50, 60};

    @Override
    public List<Drawing> drawings() {
        return List.of(reshaped(), permuted(), sliced(), joined());
    }

    /** A number keeps the colour of the row that it had in x. */
    private static Grid coloured(String caption, int width, double... values) {
        return Grid.of(caption, width, values)
                .painted((i, j, cell) -> cell.on(values[i * width + j] <= 3 ? Ink.BLUE : Ink.ORANGE));
    }

    private static Example reshapeExample() {
        return Example.named("reshape")
                .input("x", Shape.of(2, 3), X)
                .calls("reshape(x, 3, -1)", in -> reshape(in.get(0), 3, -1))
                .gradient(G);
    }

    private static Drawing reshaped() {
        return new Sheet(
                        "Reshape: the order in memory stays, the rows are cut anew",
                        List.of(Sheet.Strip.of(
                                "",
                                coloured("x [2, 3]", 3, X),
                                new Sheet.Arrow("reshape"),
                                coloured("y [3, 2]", 2, reshapeExample().output()),
                                new Sheet.Sign("in memory, both:"),
                                coloured("", 6, X))))
                .drawing("reshape");
    }

    private static Example permuteExample() {
        return Example.named("permute")
                .input("x", Shape.of(2, 3), X)
                .calls("permute(x, 1, 0)", in -> permute(in.get(0), 1, 0))
                .gradient(G);
    }

    private static Drawing permuted() {
        double[] y = permuteExample().output();
        return new Sheet(
                        "Permute: axes change places, and the order in memory changes with them",
                        List.of(
                                Sheet.Strip.of(
                                        "",
                                        coloured("x [2, 3]", 3, X),
                                        new Sheet.Arrow("permute(1, 0)"),
                                        coloured("y [3, 2]", 2, y)),
                                Sheet.Strip.of(
                                        "",
                                        coloured("x in memory", 6, X),
                                        new Sheet.Arrow(""),
                                        coloured("y in memory", 6, y))))
                .drawing("permute");
    }

    private static Example sliceExample() {
        return Example.named("slice")
                .input("x", Shape.of(8), ROW)
                .calls("slice(x, 0, 1, 7, 2)", in -> slice(in.get(0), 0, 1, 7, 2))
                .gradient(10, 20, 30);
    }

    private static Example padExample() {
        return Example.named("pad")
                .input("x", Shape.of(3), 5, 6, 7)
                .calls("pad(x, 0, 2, 1)", in -> pad(in.get(0), 0, 2, 1))
                .gradient(1, 2, 3, 4, 5, 6);
    }

    private static Drawing sliced() {
        return new Sheet(
                        "Slice takes every step-th place of an axis; backward the other places get 0. Pad adds a"
                                + " constant before and after; backward that part is cut off",
                        List.of(
                                Sheet.Strip.of(
                                        "slice: start 1, end 7, step 2",
                                        taken(Grid.of("x", 8, ROW)),
                                        new Sheet.Arrow("slice"),
                                        orange(Grid.of("y", 3, sliceExample().output()))),
                                Sheet.Strip.of(
                                        "",
                                        taken(Grid.of("dx", 8, sliceExample().gradientOf(0))),
                                        new Sheet.Sign("\u2190"),
                                        orange(Grid.of("g", 3, 10, 20, 30))),
                                Sheet.Strip.of(
                                        "pad: 2 before, 1 after",
                                        orange(Grid.of("x", 3, 5, 6, 7)),
                                        new Sheet.Arrow("pad"),
                                        framed(Grid.of("y", 6, padExample().output())),
                                        framed(Grid.of("g", 6, 1, 2, 3, 4, 5, 6)),
                                        new Sheet.Arrow("cut"),
                                        orange(Grid.of("dx", 3, padExample().gradientOf(0))))))
                .drawing("slice");
    }

    private static Grid orange(Grid grid) {
        return grid.painted((i, j, cell) -> cell.on(Ink.ORANGE));
    }

    private static Grid taken(Grid grid) {
        return grid.painted((i, j, cell) -> j % 2 == 1 && j < 7 ? cell.on(Ink.ORANGE) : cell);
    }

    private static Grid framed(Grid grid) {
        return grid.painted((i, j, cell) -> j < 2 || j > 4 ? Cell.padding(cell.text()) : cell.on(Ink.ORANGE));
    }

    private static Example joinExample(int axis) {
        return Example.named("concat_" + axis)
                .input("a", Shape.of(2, 2), 1, 2, 3, 4)
                .input("b", axis == 0 ? Shape.of(1, 2) : Shape.of(2, 1), 5, 6)
                .calls("concat(" + axis + ", a, b)", in -> concat(axis, in.get(0), in.get(1)))
                .gradient(G);
    }

    private static Drawing joined() {
        return new Sheet(
                        "Two arrays one below the other along axis 0, and side by side along axis 1",
                        List.of(
                                Sheet.Strip.of(
                                        "axis 0",
                                        first("a [2, 2]", 2, 1, 2, 3, 4),
                                        orange(Grid.of("b [1, 2]", 2, 5, 6)),
                                        new Sheet.Arrow("concat"),
                                        Grid.of("y [3, 2]", 2, joinExample(0).output())
                                                .painted((i, j, cell) -> cell.on(i < 2 ? Ink.BLUE : Ink.ORANGE))),
                                Sheet.Strip.of(
                                        "axis 1",
                                        first("a [2, 2]", 2, 1, 2, 3, 4),
                                        orange(Grid.of("b [2, 1]", 1, 5, 6)),
                                        new Sheet.Arrow("concat"),
                                        Grid.of("y [2, 3]", 3, joinExample(1).output())
                                                .painted((i, j, cell) -> cell.on(j < 2 ? Ink.BLUE : Ink.ORANGE)))))
                .drawing("concat");
    }

    private static Grid first(String caption, int width, double... values) {
        return Grid.of(caption, width, values).painted((i, j, cell) -> cell.on(Ink.BLUE));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                reshapeExample(),
                permuteExample(),
                Example.named("permute_3")
                        .input("x", Shape.of(2, 1, 3), X)
                        .calls("permute(x, 2, 0, 1)", in -> permute(in.get(0), 2, 0, 1))
                        .gradient(G),
                sliceExample(),
                padExample(),
                joinExample(0),
                joinExample(1));
    }
}
