package dev.vitrine.experiments.page;

import java.util.List;

/** All families, in the order of the map. */
final class Families {
    private Families() {}

    static List<Family> all() {
        return List.of(
                new ConvFamily(),
                new PoolFamily(),
                new NormFamily(),
                new LinearFamily(),
                new ElementwiseFamily(),
                new ArithmeticFamily(),
                new LossFamily(),
                new ReduceFamily(),
                new ViewFamily(),
                new DropoutFamily());
    }
}
