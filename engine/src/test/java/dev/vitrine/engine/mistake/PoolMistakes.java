package dev.vitrine.engine.mistake;

import java.util.ArrayList;
import java.util.List;

/** Mistakes in the kernels and loops of pooling. */
final class PoolMistakes {
    private PoolMistakes() {}

    static List<Mistake> all() {
        List<Mistake> all = new ArrayList<>();
        all.addAll(max());
        all.addAll(average());
        all.addAll(adaptive());
        all.addAll(global());
        return all;
    }

    private static List<Mistake> max() {
        return List.of(
                new Mistake(
                        "padding wins",
                        "op/pool/maxpool.cl",
                        "start + i * V, W, -INFINITY);",
                        "start + i * V, W, 0.0f);",
                        "op.pool.MaxPoolTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "swapped stride and dilation",
                        "op/pool/maxpool.cl",
                        "w * STRIDE_W + q * DILATION_W - left, W, in);",
                        "w * DILATION_W + q * STRIDE_W - left, W, in);",
                        "op.pool.MaxPoolTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "last of equal values wins",
                        "op/pool/maxpool.cl",
                        "vi larger = (in[i] > largest)",
                        "vi larger = (in[i] >= largest)",
                        "op.pool.MaxPoolTest",
                        "firstOfEqualValuesWins",
                        "at index"),
                new Mistake(
                        "gradient to the tap beside the winner",
                        "op/pool/maxpool.cl",
                        "winner == (vf)(tap)",
                        "winner == (vf)(tap + 1)",
                        "op.pool.MaxPoolTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "winner counted by columns",
                        "op/pool/MaxPoolJava.java",
                        "int i = s.rows().input(h, tap / s.columns().kernelSize());\n        int j = s.columns().input(w, tap % s.columns().kernelSize());",
                        "int i = s.rows().input(h, tap % s.rows().kernelSize());\n        int j = s.columns().input(w, tap / s.rows().kernelSize());",
                        "op.pool.MaxPoolTest",
                        Bank.PYTORCH,
                        "gradient of x["),
                new Mistake(
                        "windows that share a winner overwrite one another",
                        "op/pool/MaxPoolJava.java",
                        "dx[input(plane, h, w, tap, s)] += g[from];",
                        "dx[input(plane, h, w, tap, s)] = g[from];",
                        "op.pool.MaxPoolTest",
                        Bank.DIFFERENCES,
                        "gradient of x["));
    }

    private static List<Mistake> average() {
        return List.of(
                new Mistake(
                        "padding always counted",
                        "op/pool/avgpool.cl",
                        "#if COUNT_PAD",
                        "#if 1",
                        "op.pool.AvgPoolTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "gradient one place too far",
                        "op/pool/avgpool.cl",
                        "int w = m + left / STRIDE_W + (r",
                        "int w = m + 1 + left / STRIDE_W + (r",
                        "op.pool.AvgPoolTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "rows of an image not counted",
                        "op/pool/AvgPoolJava.java",
                        "s.rows().valuesInside(h) * s.columns().valuesInside(w)",
                        "s.columns().valuesInside(w)",
                        "op.pool.AvgPoolTest",
                        Bank.PYTORCH,
                        "output["),
                new Mistake(
                        "gradient shared among values that are not there",
                        "op/pool/AvgPoolJava.java",
                        "share(g[s.output(plane, h, w)] / count(h, w, s, countPad)",
                        "share(g[s.output(plane, h, w)] / s.taps()",
                        "op.pool.AvgPoolTest",
                        Bank.DIFFERENCES,
                        "gradient of x["));
    }

    private static List<Mistake> adaptive() {
        return List.of(
                new Mistake(
                        "bins that do not overlap",
                        "op/pool/adaptiveavgpool.cl",
                        "(((o + 1L) * length + bins - 1) / bins)",
                        "((o + 1L) * length / bins)",
                        "op.pool.AdaptiveAvgPoolTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "last bin of a value left out",
                        "op/pool/adaptiveavgpool.cl",
                        "w < end_bin(j, W, OW); w++",
                        "w < max(end_bin(j, W, OW) - 1, first_bin(j, W, OW) + 1); w++",
                        "op.pool.AdaptiveAvgPoolTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "bins overwrite one another",
                        "op/pool/AdaptiveAvgPoolJava.java",
                        "dx[s.input(plane, i, j)] += share;",
                        "dx[s.input(plane, i, j)] = share;",
                        "op.pool.AdaptiveAvgPoolTest",
                        Bank.DIFFERENCES,
                        "gradient of x["),
                new Mistake(
                        "bin of an image divided by its columns",
                        "op/pool/AdaptiveAvgPoolJava.java",
                        "return s.rows().size(h) * s.columns().size(w);",
                        "return s.columns().size(w);",
                        "op.pool.AdaptiveAvgPoolTest",
                        Bank.PYTORCH,
                        "output["));
    }

    private static List<Mistake> global() {
        return List.of(
                new Mistake(
                        "not-a-number loses",
                        "op/pool/globalmaxpool.cl",
                        "return b > a || isnan(b) ? b : a;",
                        "return b > a ? b : a;",
                        "op.pool.GlobalMaxPoolTest",
                        "lastNotANumberWins",
                        "NaN"),
                new Mistake(
                        "last of equal values wins",
                        "op/pool/globalmaxpool.cl",
                        "else if (in[k] == largest) position = min(position, k);",
                        "else if (in[k] == largest) position = position == INT_MAX ? k : max(position, k);",
                        "op.pool.GlobalMaxPoolTest",
                        "firstOfEqualValuesWins",
                        "at index"),
                new Mistake(
                        "half of the group forgotten",
                        "op/pool/globalmaxpool.cl",
                        "if (me < width) values[me] = larger",
                        "if (me < width / 2) values[me] = larger",
                        "op.pool.GlobalMaxPoolTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "losers keep what the memory held",
                        "op/pool/GlobalMaxPoolJava.java",
                        "Arrays.fill(dx, row * length, (row + 1) * length, 0);",
                        "",
                        "op.pool.GlobalMaxPoolTest",
                        Bank.DIFFERENCES,
                        "gradient of x["),
                new Mistake(
                        "gradient of a mean not divided",
                        "op/pool/globalavgpool.cl",
                        "(vf)(g[row] / L)",
                        "(vf)(g[row])",
                        "op.pool.GlobalAvgPoolTest",
                        Bank.LOOP,
                        "gradient of x"));
    }
}
