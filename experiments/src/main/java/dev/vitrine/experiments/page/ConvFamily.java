package dev.vitrine.experiments.page;

import static dev.vitrine.engine.op.conv.Conv1d.conv1d;
import static dev.vitrine.engine.op.conv.Conv2d.conv2d;

import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;
import java.util.List;

/** Convolutions: what a window sees, and sums by numbers. */
final class ConvFamily implements Family {
    private static final double[] ROW = {1, 2, 4, 3, 5};
    private static final double[] IMAGE = {1, 2, 0, 1, 3, 1, 2, 0, 0, 2, 1, 3, 1, 0, 2, 1};
    private static final double[] CROSS = {0, 1, 0, 1, -4, 1, 0, 1, 0};

    @Override
    public List<Drawing> drawings() {
        return List.of(windows(), wayBack(), sums(), groups(), plane());
    }

    private static Windows windows(String caption, int length, Window window, int lit) {
        return new Windows(caption, length, window, "0", new Windows.Lit(Windows.Side.OUTPUT, lit));
    }

    private static Drawing windows() {
        Window three = Window.of(3);
        return new Sheet(
                        "Which input positions an output position of a convolution sees: plain, with stride, padding"
                                + " and dilation",
                        List.of(
                                Sheet.Strip.of(
                                        "",
                                        windows("kernel 3", 7, three, 1),
                                        windows("kernel 3, padding (1, 1)", 7, three.padding(Padding.of(1, 1)), 0)),
                                Sheet.Strip.of(
                                        "",
                                        windows("kernel 3, stride 2", 7, three.stride(2), 1),
                                        windows("kernel 3, dilation 2", 7, three.dilation(2), 1)),
                                Sheet.Strip.of(
                                        "",
                                        windows(
                                                "kernel 2, stride 3",
                                                7,
                                                Window.of(2).stride(3),
                                                1),
                                        windows(
                                                "kernel 4, SAME: 1 left, 2 right",
                                                7,
                                                Window.of(4).padding(Padding.SAME),
                                                0))))
                .drawing("conv1d");
    }

    private static Windows seenBy(String caption, Window window, int input) {
        return new Windows(caption, 7, window, "0", new Windows.Lit(Windows.Side.INPUT, input));
    }

    private static Drawing wayBack() {
        Window three = Window.of(3);
        return new Sheet(
                        "Which outputs see an input position, and under which tap: with stride 1 under every tap, with"
                                + " stride 2 under taps 0 and 2, or under tap 1",
                        List.of(
                                Sheet.Strip.of(
                                        "",
                                        seenBy("kernel 3: who sees x3?", three, 3),
                                        seenBy("kernel 3, dilation 2: x3", three.dilation(2), 3)),
                                Sheet.Strip.of(
                                        "",
                                        seenBy("kernel 3, stride 2: x2", three.stride(2), 2),
                                        seenBy("kernel 3, stride 2: x3", three.stride(2), 3))))
                .drawing("conv1d-backward");
    }

    private static Example row() {
        return Example.named("conv1d")
                .input("x", Shape.of(1, 1, 5), ROW)
                .input("weight", Shape.of(1, 1, 3), -1, 0, 2)
                .input("bias", Shape.of(1), 10)
                .calls(
                        "conv1d(x, weight, bias, Window.of(3))",
                        in -> conv1d(in.get(0), in.get(1), in.get(2), Window.of(3)))
                .gradient(1, 10, 100);
    }

    private static Drawing sums() {
        double[] y = row().output();
        return new Sheet(
                        "One output of a convolution: the values under the window times the weights, plus the bias",
                        List.of(Sheet.Strip.of(
                                "y[1] = \u22121 \u00b7 2 + 0 \u00b7 4 + 2 \u00b7 3 + 10",
                                Grid.of("x", 5, ROW)
                                        .painted((i, j, cell) -> j >= 1 && j <= 3 ? cell.on(Ink.ORANGE) : cell),
                                new Sheet.Sign("\u2217"),
                                Grid.of("weight", 3, -1, 0, 2).painted((i, j, cell) -> cell.on(Ink.BLUE)),
                                new Sheet.Sign("+ 10  ="),
                                Grid.of("y", 3, y)
                                        .painted((i, j, cell) ->
                                                j == 1 ? cell.on(Ink.ORANGE).strong() : cell))))
                .drawing("conv1d-sum");
    }

    private static Drawing groups() {
        return new Sheet(
                        "Groups: which input channels an output channel sees",
                        List.of(Sheet.Strip.of(
                                "C = 4, O = 4",
                                channels("groups 1", 1),
                                channels("groups 2", 2),
                                channels("groups 4: depthwise", 4))))
                .drawing("conv1d-groups");
    }

    private static Grid channels(String caption, int groups) {
        int size = 4 / groups;
        return Grid.of(
                        caption,
                        4,
                        4,
                        (o, c) -> o / size == c / size ? Cell.of("w").on(Ink.of(o / size)) : Cell.of(""))
                .named(List.of("o = 0", "1", "2", "3"), List.of("c = 0", "1", "2", "3"));
    }

    private static Example image() {
        return Example.named("conv2d")
                .input("x", Shape.of(1, 1, 4, 4), IMAGE)
                .input("weight", Shape.of(1, 1, 3, 3), CROSS)
                .calls(
                        "conv2d(x, weight, null, Window2d.of(3))",
                        in -> conv2d(in.get(0), in.get(1), null, Window2d.of(3)))
                .gradient(1, 10, 100, 1000);
    }

    private static Drawing plane() {
        double[] y = image().output();
        return new Sheet(
                        "Two-dimensional convolution: a window of weights over an image, and over a padded and a"
                                + " dilated one",
                        List.of(
                                Sheet.Strip.of(
                                        "kernel 3 \u00d7 3",
                                        Grid.of("x", 4, IMAGE)
                                                .painted((i, j, cell) -> i < 3 && j > 0 ? cell.on(Ink.ORANGE) : cell),
                                        new Sheet.Sign("\u2217"),
                                        Grid.of("weight", 3, CROSS).painted((i, j, cell) -> cell.on(Ink.BLUE)),
                                        new Sheet.Sign("="),
                                        Grid.of("y", 2, y)
                                                .painted((i, j, cell) -> i == 0 && j == 1
                                                        ? cell.on(Ink.ORANGE).strong()
                                                        : cell)),
                                Sheet.Strip.of(
                                        "",
                                        padded("padding 1, stride 2: two windows", 1, 2, 1),
                                        padded("dilation 2", 0, 9, 2))))
                .drawing("conv2d");
    }

    /** Windows 0 and 1 of the first row, over an image of 5 x 5. */
    private static Grid padded(String caption, int padding, int stride, int dilation) {
        int size = 5 + 2 * padding;
        return Grid.of(caption, size, size, (i, j) -> {
            boolean inside = i >= padding && j >= padding && i < size - padding && j < size - padding;
            Cell cell = inside ? Cell.of("") : Cell.padding("0");
            boolean first = tap(i, dilation) && tap(j, dilation);
            boolean second = tap(i, dilation) && j >= stride && tap(j - stride, dilation);
            Ink ink = first ? Ink.ORANGE : Ink.BLUE;
            Cell seen = first || second ? cell.on(ink) : cell;
            return first && second ? seen.strong() : seen;
        });
    }

    private static boolean tap(int i, int dilation) {
        return i % dilation == 0 && i / dilation < 3;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                row(),
                Example.named("conv1d_options")
                        .input("x", Shape.of(1, 2, 6), 1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1)
                        .input("weight", Shape.of(2, 1, 2), 1, -1, 1, 1)
                        .calls(
                                "conv1d(x, weight, null, Window.of(2).stride(2).dilation(2).padding(Padding.SAME), 2)",
                                in -> conv1d(
                                        in.get(0),
                                        in.get(1),
                                        null,
                                        Window.of(2).stride(2).dilation(2).padding(Padding.SAME),
                                        2))
                        .gradient(1, 1, 1, 1, 1, 1),
                image());
    }
}
