package dev.vitrine.engine.mistake;

import java.util.ArrayList;
import java.util.List;

/** Mistakes in the kernels and loops of two-dimensional convolution. */
final class Conv2dMistakes {
    private Conv2dMistakes() {}

    static List<Mistake> all() {
        List<Mistake> all = new ArrayList<>();
        all.addAll(forward());
        all.addAll(backward());
        all.addAll(channelsLast());
        return all;
    }

    private static List<Mistake> forward() {
        return List.of(
                new Mistake(
                        "the second vector of a row marked as the first",
                        "op/conv/conv2d.cl",
                        "VLOAD(from + at + V)) & mark[1]",
                        "VLOAD(from + at + V)) & mark[0]",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "taps see in the order of the way there on the way back",
                        "op/conv/conv2d.cl",
                        "#define SEEN_BY(kw) (KW - 1 - (kw))",
                        "#define SEEN_BY(kw) (kw)",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "two lanes too many taken of two vectors",
                        "device/vector.cl",
                        "if (k & 2) a = BY_2(a, b)",
                        "if (k & 2) a = BY_4(a, b)",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "swapped stride and dilation",
                        "op/conv/conv2d.cl",
                        "int h = p * SH + kh * DH - top;\n            int at",
                        "int h = p * DH + kh * SH - top;\n            int at",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "padding on the wrong side",
                        "op/conv/conv2d.cl",
                        "int at = ((ng * C + c) * H + h) * W + q * SW - left;\n            int whole = h >= 0 && h + (ROWS",
                        "int at = ((ng * C + c) * H + h) * W + q * SW;\n            int whole = h >= 0 && h + (ROWS",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "forgotten bias",
                        "op/conv/conv2d.cl",
                        "(vf)(bias ? b[ng % G * O + min(o + j, O - 1)] : 0.0f)",
                        "(vf)(0.0f)",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "all groups with the bias of the first",
                        "op/conv/conv2d.cl",
                        "b[ng % G * O + min(",
                        "b[min(",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "last rows not written where they fill no block",
                        "op/conv/conv2d.cl",
                        "if (o + j < O && p + r < P) store_guarded",
                        "if (o + j < O && p + ROWS <= P) store_guarded",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "got NaN"),
                new Mistake(
                        "all groups with the weights of the first",
                        "op/conv/conv2d.cl",
                        "int from = group * channels * others * TAPS + channel",
                        "int from = channel",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "output["),
                new Mistake(
                        "lanes that overhang a row see its neighbour",
                        "op/conv/conv2d.cl",
                        "return TO_VF(TO_VI(VLOAD(from + at)) & mark);",
                        "return VLOAD(from + at);",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "gradient of bias["));
    }

    private static List<Mistake> backward() {
        return List.of(
                new Mistake(
                        "last row left out of the weights' gradient",
                        "op/conv/conv2d.cl",
                        "int end = min(N * P, (part + 1) * rows);",
                        "int end = min(N * P - 1, (part + 1) * rows);",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "gradient of weight"),
                new Mistake(
                        "last part not added",
                        "op/conv/conv2d.cl",
                        "part < parts; part++",
                        "part < parts - 1; part++",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "gradient of weight"),
                new Mistake(
                        "gradient one row too far",
                        "op/conv/conv2d.cl",
                        "int p = row + down / SH;",
                        "int p = row + 1 + down / SH;",
                        "op.conv.Conv2dTest",
                        Bank.LOOP,
                        "gradient of x"),
                new Mistake(
                        "all groups with the input of the first",
                        "op/conv/Conv2dJava.java",
                        "int c = o / s.groupO() * s.groupC() + inGroup;",
                        "int c = inGroup;",
                        "op.conv.Conv2dTest",
                        Bank.DIFFERENCES,
                        "gradient of weight["),
                new Mistake(
                        "stride of the rows taken for the columns",
                        "op/conv/Conv2dJava.java",
                        "dx[dxRow + w * width.stride()] +=",
                        "dx[dxRow + w * height.stride()] +=",
                        "op.conv.Conv2dTest",
                        Bank.DIFFERENCES,
                        "gradient of x["));
    }

    private static List<Mistake> channelsLast() {
        return List.of(
                new Mistake(
                        "turned round without the last positions",
                        "op/conv/channels_last.cl",
                        "if (at + i < plane) VSTORE",
                        "if (at + V <= plane) VSTORE",
                        "op.conv.ChannelsLastTest",
                        Bank.LOOP,
                        "gradient of weight["),
                new Mistake(
                        "taps beyond the row's end see its neighbour",
                        "op/conv/channels_last.cl",
                        "(w >= 0 && w < W)",
                        "(w >= 0)",
                        "op.conv.ChannelsLastTest",
                        Bank.LOOP,
                        "gradient of weight["),
                new Mistake(
                        "rows above the image count",
                        "op/conv/channels_last.cl",
                        "h < 0 || h >= H",
                        "h >= H",
                        "op.conv.ChannelsLastTest",
                        Bank.LOOP,
                        "gradient of weight["),
                new Mistake(
                        "last position of a part left out",
                        "op/conv/channels_last.cl",
                        "(part + 1) * chunk);",
                        "(part + 1) * chunk - 1);",
                        "op.conv.ChannelsLastTest",
                        Bank.LOOP,
                        "gradient of weight["),
                new Mistake(
                        "all groups with the input of the first",
                        "op/conv/channels_last.cl",
                        "x + ((n * G + group) * C * H + h) * W",
                        "x + (n * G * C * H + h) * W",
                        "op.conv.ChannelsLastTest",
                        Bank.LOOP,
                        "gradient of weight["),
                new Mistake(
                        "dilation forgotten where a row is whole",
                        "op/conv/channels_last.cl",
                        "int room = W - 1 + left - COLUMN(TAP_COLUMNS - 1) * DW;",
                        "int room = W - 1 + left - COLUMN(TAP_COLUMNS - 1);",
                        "op.conv.ChannelsLastTest",
                        Bank.LOOP,
                        "gradient of weight["));
    }
}
