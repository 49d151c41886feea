package dev.vitrine.experiments.page;

import static dev.vitrine.engine.op.dropout.Dropout.dropout;

import dev.vitrine.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** Dropout: who stays, and how much more it counts. */
final class DropoutFamily implements Family {
    private static final int SIDE = 4;
    private static final long SEED = 1;

    @Override
    public List<Drawing> drawings() {
        double[] x = new double[SIDE * SIDE];
        Arrays.setAll(x, i -> i + 1);
        return List.of(new Sheet(
                        "Dropout with p = 0.5: a mask of zeros and twos, and another one in the next step",
                        List.of(Sheet.Strip.of(
                                "p = 0.5: who stays counts double",
                                Grid.of("x", SIDE, x),
                                new Sheet.Sign("\u00b7"),
                                mask("m, step 0", 0),
                                new Sheet.Sign("="),
                                dropped(Grid.of("y", SIDE, applied(x, 0)), 0),
                                mask("m, step 1", 1))))
                .drawing("dropout"));
    }

    private static double[] applied(double[] x, int step) {
        return Example.named("mask")
                .input("x", Shape.of(SIDE, SIDE), x)
                .calls("dropout", in -> dropout(in.get(0), 0.5, SEED, step))
                .output();
    }

    /** What becomes of ones. */
    private static double[] factors(int step) {
        double[] ones = new double[SIDE * SIDE];
        Arrays.fill(ones, 1);
        return applied(ones, step);
    }

    private static Grid mask(String caption, int step) {
        return dropped(Grid.of(caption, SIDE, factors(step)), step);
    }

    private static Grid dropped(Grid grid, int step) {
        double[] factors = factors(step);
        return grid.painted((i, j, cell) -> factors[i * SIDE + j] == 0 ? Cell.padding("0") : cell.on(Ink.ORANGE));
    }

    @Override
    public List<Example> examples() {
        return List.of(Example.named("dropout")
                .input("x", Shape.of(2, 4), 1, 2, 3, 4, 5, 6, 7, 8)
                .calls("dropout(x, 0.25, 1, 0)", in -> dropout(in.get(0), 0.25, SEED, 0))
                .gradient(1, 1, 1, 1, 1, 1, 1, 1));
    }
}
