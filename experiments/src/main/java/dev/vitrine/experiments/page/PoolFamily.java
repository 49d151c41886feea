package dev.vitrine.experiments.page;

import static dev.vitrine.engine.op.pool.AdaptiveAvgPool.adaptiveAvgPool1d;
import static dev.vitrine.engine.op.pool.AvgPool.avgPool1d;
import static dev.vitrine.engine.op.pool.AvgPool.avgPool2d;
import static dev.vitrine.engine.op.pool.GlobalAvgPool.globalAvgPool1d;
import static dev.vitrine.engine.op.pool.GlobalMaxPool.globalMaxPool1d;
import static dev.vitrine.engine.op.pool.MaxPool.maxPool1d;
import static dev.vitrine.engine.op.pool.MaxPool.maxPool2d;

import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.op.pool.CountPad;
import dev.vitrine.engine.tensor.Shape;
import java.util.List;

/** Pooling: who is in a window, who wins it, and where the gradient goes. */
final class PoolFamily implements Family {
    private static final double[] IMAGE = {1, 3, 2, 4, 5, 2, 0, 4, 1, 0, 7, 6, 2, 2, 8, 3};
    private static final double[] G = {1, 2, 3, 4};
    private static final double[] ROW = {2, 4, 6, 8};
    private static final double[] CHANNELS = {1, 3, 2, 2, 4, 0, 5, 7, 6, 6, 1, 3, 2, 8, 0, 2};
    private static final int BIN_LENGTH = 7;
    private static final int BINS = 3;

    private static final Window TWO = Window.of(2).stride(2);
    private static final Window PADDED = Window.of(3).padding(Padding.of(1, 1));

    @Override
    public List<Drawing> drawings() {
        return List.of(largest(), overlapping(), means(), bins(), global());
    }

    private static Example maxImage() {
        return Example.named("max_pool_2d")
                .input("x", Shape.of(1, 1, 4, 4), IMAGE)
                .calls(
                        "maxPool2d(x, Window2d.square(Window.of(2).stride(2)))",
                        in -> maxPool2d(in.get(0), Window2d.square(TWO)))
                .gradient(G);
    }

    private static Example avgImage() {
        return Example.named("avg_pool_2d")
                .input("x", Shape.of(1, 1, 4, 4), IMAGE)
                .calls(
                        "avgPool2d(x, Window2d.square(Window.of(2).stride(2)), CountPad.INCLUDE)",
                        in -> avgPool2d(in.get(0), Window2d.square(TWO), CountPad.INCLUDE))
                .gradient(G);
    }

    /** Each window of 2 x 2 in a colour of its own. */
    private static Ink ofWindow(int i, int j) {
        return Ink.of(i / 2 * 2 + j / 2);
    }

    private static Grid windows(String caption, double... values) {
        return Grid.of(caption, 4, values).painted((i, j, cell) -> cell.on(ofWindow(i, j)));
    }

    private static Grid outputs(String caption, double... values) {
        return Grid.of(caption, 2, values).painted((i, j, cell) -> cell.on(Ink.of(2 * i + j)));
    }

    private static Drawing largest() {
        double[] dx = maxImage().gradientOf(0);
        Grid x = windows("x", IMAGE).painted((i, j, cell) -> dx[4 * i + j] != 0 ? cell.strong() : cell);
        Grid back = windows("dx", dx).painted((i, j, cell) -> dx[4 * i + j] != 0 ? cell.strong() : cell);
        return new Sheet(
                        "Max pooling of windows of 2 by 2: the largest value of each goes on, and takes the whole"
                                + " gradient",
                        List.of(Sheet.Strip.of(
                                "the largest of each window, and its way back; of equals, the first",
                                x,
                                new Sheet.Arrow("max"),
                                outputs("y", maxImage().output()),
                                outputs("g", G),
                                new Sheet.Arrow("to winners"),
                                back)))
                .drawing("max_pool");
    }

    private static Windows row(String caption, Window window, int lit) {
        return new Windows(caption, 7, window, "\u2212\u221e", new Windows.Lit(Windows.Side.OUTPUT, lit));
    }

    private static Drawing overlapping() {
        Window three = Window.of(3);
        return new Sheet(
                        "Windows of max pooling along a row: apart, overlapping, padded and dilated",
                        List.of(
                                Sheet.Strip.of(
                                        "",
                                        row("kernel 2, stride 2: x6 is left over", TWO, 1),
                                        row("kernel 3, stride 2: they overlap", three.stride(2), 1)),
                                Sheet.Strip.of(
                                        "",
                                        row("kernel 3, stride 2, padding (1, 1)", PADDED.stride(2), 0),
                                        row("kernel 3, dilation 2", three.dilation(2), 1))))
                .drawing("max_pool-windows");
    }

    private static Example avgRow(CountPad countPad) {
        String name = countPad == CountPad.INCLUDE ? "avg_pool_include" : "avg_pool_exclude";
        return Example.named(name)
                .input("x", Shape.of(1, 1, 4), ROW)
                .calls(
                        "avgPool1d(x, Window.of(3).padding(Padding.of(1, 1)), CountPad." + countPad + ")",
                        in -> avgPool1d(in.get(0), PADDED, countPad))
                .gradient(6, 6, 6, 6);
    }

    private static Drawing means() {
        Grid padded = Grid.of("x, padded", 1, 6, (i, j) -> {
            Cell cell = j == 0 || j == 5 ? Cell.padding("0") : Cell.of(ROW[j - 1]);
            return j < 3 ? cell.on(Ink.ORANGE) : cell;
        });
        return new Sheet(
                        "Average pooling: the mean of each window, and what padding counts for",
                        List.of(
                                Sheet.Strip.of(
                                        "the mean of each window, and its way back",
                                        windows("x", IMAGE),
                                        new Sheet.Arrow("mean"),
                                        outputs("y", avgImage().output()),
                                        outputs("g", G),
                                        new Sheet.Arrow("share"),
                                        windows("dx", avgImage().gradientOf(0))),
                                Sheet.Strip.of(
                                        "kernel 3, padding (1, 1)",
                                        padded,
                                        new Sheet.Arrow("mean"),
                                        first("INCLUDE: (0 + 2 + 4) / 3", avgRow(CountPad.INCLUDE)),
                                        first("EXCLUDE: (2 + 4) / 2", avgRow(CountPad.EXCLUDE)))))
                .drawing("avg_pool");
    }

    private static Grid first(String caption, Example example) {
        return Grid.of(caption, 4, example.output())
                .painted((i, j, cell) -> j == 0 ? cell.on(Ink.ORANGE).strong() : cell);
    }

    private static Example adaptive() {
        return Example.named("adaptive_avg_pool")
                .input("x", Shape.of(1, 1, BIN_LENGTH), 1, 2, 3, 4, 5, 6, 7)
                .calls("adaptiveAvgPool1d(x, 3)", in -> adaptiveAvgPool1d(in.get(0), BINS))
                .gradient(3, 30, 300);
    }

    /** A bin holds what its own gradient alone reaches. */
    private static Drawing bins() {
        double[][] reached = new double[BINS][];
        for (int l = 0; l < BINS; l++) {
            double[] only = new double[BINS];
            only[l] = 1;
            reached[l] = adaptive().gradient(only).gradientOf(0);
        }
        Grid members = Grid.of(
                        "who is in which bin",
                        BINS,
                        BIN_LENGTH,
                        (l, i) -> reached[l][i] == 0
                                ? Cell.of("")
                                : Cell.of("x" + i).on(Ink.of(l)))
                .named(List.of("l = 0", "1", "2"), List.of("0", "1", "2", "3", "4", "5", "6"));
        Grid y = Grid.of("y", 1, adaptive().output()).painted((l, j, cell) -> cell.on(Ink.of(l)));
        return new Sheet(
                        "Adaptive average pooling of 7 values into 3 bins: neighbouring bins share a position",
                        List.of(Sheet.Strip.of("L = 7 into L' = 3: x = 1 .. 7", members, new Sheet.Arrow("mean"), y)))
                .drawing("adaptive_avg_pool");
    }

    private static Example globalMean() {
        return Example.named("global_avg_pool")
                .input("x", Shape.of(2, 2, 4), CHANNELS)
                .calls("globalAvgPool1d(x)", in -> globalAvgPool1d(in.get(0)))
                .gradient(4, 8, 12, 16);
    }

    private static Example globalMax() {
        return Example.named("global_max_pool")
                .input("x", Shape.of(2, 2, 4), CHANNELS)
                .calls("globalMaxPool1d(x)", in -> globalMaxPool1d(in.get(0)))
                .gradient(4, 8, 12, 16);
    }

    private static Drawing global() {
        double[] won = globalMax().gradientOf(0);
        Grid x = Grid.of("x [N, C, L]", 4, CHANNELS)
                .painted((row, l, cell) ->
                        won[4 * row + l] != 0 ? cell.on(Ink.of(row)).strong() : cell.on(Ink.of(row)))
                .named(List.of("n = 0, c = 0", "c = 1", "n = 1, c = 0", "c = 1"), List.of("l = 0", "1", "2", "3"));
        return new Sheet(
                        "Global pooling: each channel of each item becomes one value, its mean or its largest",
                        List.of(Sheet.Strip.of(
                                "",
                                x,
                                new Sheet.Arrow("reduce L"),
                                channels("y: mean", globalMean().output()),
                                new Sheet.Sign("or"),
                                channels("y: max", globalMax().output()))))
                .drawing("global_pool");
    }

    private static Grid channels(String caption, double... values) {
        return Grid.of(caption, 2, values)
                .painted((n, c, cell) -> cell.on(Ink.of(2 * n + c)))
                .named(List.of("n = 0", "1"), List.of("c = 0", "1"));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.named("max_pool_1d")
                        .input("x", Shape.of(1, 1, 6), 3, 5, 5, 1, 0, 2)
                        .calls("maxPool1d(x, Window.of(3))", in -> maxPool1d(in.get(0), Window.of(3)))
                        .gradient(1, 10, 100, 1000),
                maxImage(),
                avgImage(),
                avgRow(CountPad.INCLUDE),
                avgRow(CountPad.EXCLUDE),
                adaptive(),
                globalMean(),
                globalMax());
    }
}
