package dev.vitrine.engine.mistake;

import java.util.ArrayList;
import java.util.List;

/** Mistakes in the kernels and loops of batch and layer normalisation. */
final class NormMistakes {
    private NormMistakes() {}

    static List<Mistake> all() {
        List<Mistake> all = new ArrayList<>();
        all.addAll(layerNorm());
        all.addAll(batchNorm());
        all.addAll(batchNormDevices());
        all.addAll(tiles());
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

    private static List<Mistake> batchNorm() {
        return List.of(
                new Mistake(
                        "variance of the batch divided by count - 1",
                        "op/norm/BatchNormJava.java",
                        "rstd[c] = 1 / Math.sqrt(squares / count + options.eps());",
                        "rstd[c] = 1 / Math.sqrt(squares / (count - 1) + options.eps());",
                        "op.norm.BatchNormTest",
                        Bank.PYTORCH,
                        "output["),
                new Mistake(
                        "gradient takes the statistics for constants",
                        "op/norm/BatchNormJava.java",
                        "double centred = dx[i] - share * dbeta[c] - channel.xhat(x[i]) * share * dgamma[c];",
                        "double centred = dx[i];",
                        "op.norm.BatchNormTest",
                        Bank.DIFFERENCES,
                        "gradient of x["),
                new Mistake(
                        "stale running variance",
                        "op/norm/BatchNormJava.java",
                        "runningVariance[c] = follow(runningVariance[c], squares / (count - 1), options);",
                        "",
                        "op.norm.BatchNormTest",
                        Bank.PYTORCH,
                        "variance after["),
                new Mistake(
                        "eps outside of the root",
                        "op/norm/batchnorm.cl",
                        "rstd[c] = 1 / sqrt(squares / count + eps);",
                        "rstd[c] = 1 / (sqrt(squares / count) + eps);",
                        "op.norm.BatchNormTest",
                        Bank.LOOP,
                        "gradient of x["),
                new Mistake(
                        "lanes behind the end count as values",
                        "op/norm/batchnorm.cl",
                        "vf away = (value - pivot) * lanes_inside(l, end);",
                        "vf away = value - pivot;",
                        "op.norm.BatchNormTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "gradient without its mean",
                        "op/norm/batchnorm.cl",
                        "arrived - grad_mean)",
                        "arrived)",
                        "op.norm.BatchNormTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "no rectifier on the way back",
                        "op/norm/batchnorm.cl",
                        "INLINE vf gradient(vf g, vf value) { return select(g, (vf)(0.0f), value <= (vf)(0.0f)); }",
                        "INLINE vf gradient(vf g, vf value) { return g; }",
                        "op.norm.BatchNormTest",
                        Bank.LOOP,
                        "gradient of"));
    }

    private static List<Mistake> batchNormDevices() {
        return List.of(
                new Mistake(
                        "stale running variance",
                        "op/norm/batchnorm.cl",
                        "running_variance[c] = (1 - (wide)momentum) * running_variance[c] + momentum * (squares / (count - 1));",
                        "",
                        "op.norm.BatchNormDevicesTest",
                        "runningStatisticsFollowAsInPyTorch",
                        "running variance"),
                new Mistake(
                        "squares around the pivot",
                        "op/norm/batchnorm.cl",
                        "squares_total - off_total * off_total / (end - first)",
                        "squares_total",
                        "op.norm.BatchNormDevicesTest",
                        "longRowsAgreeWithTheLoop",
                        "value"),
                new Mistake(
                        "pivot of zero",
                        "op/norm/batchnorm.cl",
                        "float pivot = group_sum(lane_sum(begin), shared) / (few - first);",
                        "float pivot = 0.0f;",
                        "op.norm.BatchNormDevicesTest",
                        "meanFarFromZeroLeavesTheVarianceItsDigits",
                        "value"),
                new Mistake(
                        "pivot of one value",
                        "op/norm/batchnorm.cl",
                        "#define FEW 64",
                        "#define FEW 1",
                        "op.norm.BatchNormDevicesTest",
                        "farFirstValueLeavesTheVarianceItsDigits",
                        "Expecting"),
                new Mistake(
                        "running variance divided by count",
                        "op/norm/batchnorm.cl",
                        "momentum * (squares / (count - 1));",
                        "momentum * (squares / count);",
                        "op.norm.BatchNormDevicesTest",
                        "runningStatisticsFollowAsInPyTorch",
                        "running variance"));
    }

    /** Of batch norm with max-pooling behind it. */
    private static List<Mistake> tiles() {
        return List.of(
                new Mistake(
                        "last of equal values wins",
                        "op/norm/batchnorm.cl",
                        "vi larger = (value > *largest)",
                        "vi larger = (value >= *largest)",
                        "op.norm.BatchNormDevicesTest",
                        "ofEqualValuesInATileTheFirstWins",
                        "index 0"),
                new Mistake(
                        "not-a-number loses",
                        "op/norm/batchnorm.cl",
                        "(value > *largest) | isnan(value)",
                        "value > *largest",
                        "op.norm.BatchNormDevicesTest",
                        "notANumberWinsItsTile",
                        "NaN"),
                new Mistake(
                        "the largest before it is scaled wins",
                        "op/norm/batchnorm.cl",
                        "vf value = normalised(away[i], scale, shift);",
                        "vf value = normalised(away[i], fabs(scale), shift);",
                        "op.norm.BatchNormTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "gradient to the tap beside the winner",
                        "op/norm/batchnorm.cl",
                        "tap == (vf)(at)",
                        "tap == (vf)(at ^ 1)",
                        "op.norm.BatchNormTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "gamma's gradient by the first value of a tile",
                        "op/norm/batchnorm.cl",
                        "weighted = fma(grad, won, weighted);",
                        "weighted = fma(grad, away[0], weighted);",
                        "op.norm.BatchNormTest",
                        Bank.LOOP,
                        "gradient of"),
                new Mistake(
                        "leftover rows get the gradient of the next plane",
                        "op/norm/batchnorm.cl",
                        "if (h < OH) grad =",
                        "grad =",
                        "op.norm.BatchNormTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "leftover rows get no gradient",
                        "op/norm/batchnorm.cl",
                        "int end = min((H + POOL_H - 1) / POOL_H * across,",
                        "int end = min(H / POOL_H * across,",
                        "op.norm.BatchNormTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "tiles one below the other overlap",
                        "op/norm/BatchNormJava.java",
                        "s.input(plane, h * s.pool().height(), w * s.pool().width())",
                        "s.input(plane, h, w * s.pool().width())",
                        "op.norm.BatchNormTest",
                        Bank.PYTORCH,
                        "output["));
    }
}
