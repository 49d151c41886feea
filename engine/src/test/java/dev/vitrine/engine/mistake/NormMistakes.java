package dev.vitrine.engine.mistake;

import java.util.ArrayList;
import java.util.List;

/** Mistakes in the kernels and loops of layer normalisation. */
final class NormMistakes {
    private NormMistakes() {}

    static List<Mistake> all() {
        List<Mistake> all = new ArrayList<>();
        all.addAll(layerNorm());
        return all;
    }

    private static List<Mistake> layerNorm() {
        return List.of(
                new Mistake(
                        "lanes behind the end count as values",
                        "op/norm/layernorm.cl",
                        "(load_guarded(in, i, D) - center) * lanes_inside(i, D)",
                        "load_guarded(in, i, D) - center",
                        "op.norm.LayerNormTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "eps outside of the root",
                        "op/norm/layernorm.cl",
                        "1 / sqrt((wide)group_sum(lane_sum(squares), shared) / D + eps)",
                        "1 / (sqrt((wide)group_sum(lane_sum(squares), shared) / D) + eps)",
                        "op.norm.LayerNormTest",
                        Bank.LOOP,
                        "["),
                new Mistake(
                        "mean of the first row for all",
                        "op/norm/layernorm.cl",
                        "float center = mean[row];",
                        "float center = mean[0];",
                        "op.norm.LayerNormTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "gradient without what flows through the variance",
                        "op/norm/layernorm.cl",
                        "scale * (h - h_mean - xhat * slope)",
                        "scale * (h - h_mean)",
                        "op.norm.LayerNormTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "last chunk of rows not added",
                        "op/norm/layernorm.cl",
                        "part < parts; part++",
                        "part < max(parts - 1, 1); part++",
                        "op.norm.LayerNormTest",
                        Bank.LOOP,
                        "gradient of gamma"),
                new Mistake(
                        "gradient of gamma of values that are not normalised",
                        "op/norm/LayerNormJava.java",
                        "dgamma[i] = weighted;",
                        "dgamma[i] = sum;",
                        "op.norm.LayerNormTest",
                        Bank.DIFFERENCES,
                        "gradient of gamma["));
    }
}
