package dev.vitrine.experiments.gradcheck;

import static dev.vitrine.engine.op.conv.Conv1d.conv1d;
import static dev.vitrine.engine.op.conv.Conv2d.conv2d;
import static dev.vitrine.engine.op.elementwise.Relu.relu;
import static dev.vitrine.engine.op.elementwise.Sigmoid.sigmoid;
import static dev.vitrine.engine.op.linear.Linear.linear;
import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;
import static dev.vitrine.engine.op.loss.CrossEntropy.crossEntropy;
import static dev.vitrine.engine.op.loss.MeanSquaredError.meanSquaredError;
import static dev.vitrine.engine.op.norm.LayerNorm.layerNorm;
import static dev.vitrine.engine.op.pool.AdaptiveAvgPool.adaptiveAvgPool1d;
import static dev.vitrine.engine.op.pool.AdaptiveAvgPool.adaptiveAvgPool2d;
import static dev.vitrine.engine.op.pool.AvgPool.avgPool1d;
import static dev.vitrine.engine.op.pool.AvgPool.avgPool2d;
import static dev.vitrine.engine.op.pool.GlobalAvgPool.globalAvgPool1d;
import static dev.vitrine.engine.op.pool.GlobalAvgPool.globalAvgPool2d;
import static dev.vitrine.engine.op.pool.GlobalMaxPool.globalMaxPool1d;
import static dev.vitrine.engine.op.pool.GlobalMaxPool.globalMaxPool2d;
import static dev.vitrine.engine.op.pool.MaxPool.maxPool1d;
import static dev.vitrine.engine.op.pool.MaxPool.maxPool2d;
import static dev.vitrine.engine.op.reduce.Max.amax;
import static dev.vitrine.engine.op.reduce.Max.max;
import static dev.vitrine.engine.op.reduce.Sum.mean;
import static dev.vitrine.engine.op.reduce.Sum.sum;
import static dev.vitrine.engine.op.view.Concat.concat;
import static dev.vitrine.engine.op.view.Pad.pad;
import static dev.vitrine.engine.op.view.Permute.permute;
import static dev.vitrine.engine.op.view.Reshape.reshape;
import static dev.vitrine.engine.op.view.Slice.slice;

import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.op.loss.CrossEntropy;
import dev.vitrine.engine.op.norm.BatchNorm;
import dev.vitrine.engine.op.norm.LayerNorm;
import dev.vitrine.engine.op.norm.RunningStatistics;
import dev.vitrine.engine.op.pool.CountPad;
import dev.vitrine.engine.op.reduce.Axes;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A few small uses of every operation, by its name. */
public final class Cases {
    private Cases() {}

    /** All cases by operation, in the order of the families. */
    public static Map<String, List<Case>> byOp() {
        Map<String, List<Case>> all = new LinkedHashMap<>();
        for (List<Case> family : List.of(
                convolutions(),
                norms(),
                pools(),
                elementwise(),
                ArithmeticCases.functions(),
                ArithmeticCases.arithmetic(),
                linears(),
                reductions(),
                views(),
                losses())) {
            family.forEach(each ->
                    all.computeIfAbsent(each.op(), op -> new ArrayList<>()).add(each));
        }
        return all;
    }

    private static List<Case> convolutions() {
        return List.of(
                Case.of("conv1d", "plain")
                        .input("x", 2, 3, 9)
                        .input("weight", 4, 3, 3)
                        .input("bias", 4)
                        .calls(in -> conv1d(in.get(0), in.get(1), in.get(2), Window.of(3))),
                Case.of("conv1d", "stride 2, SAME")
                        .input("x", 2, 2, 13)
                        .input("weight", 3, 2, 5)
                        .input("bias", 3)
                        .calls(in -> conv1d(
                                in.get(0),
                                in.get(1),
                                in.get(2),
                                Window.of(5).stride(2).padding(Padding.SAME))),
                Case.of("conv1d", "dilation 3")
                        .input("x", 1, 2, 17)
                        .input("weight", 2, 2, 3)
                        .input("bias", 2)
                        .calls(in -> conv1d(
                                in.get(0), in.get(1), in.get(2), Window.of(3).dilation(3))),
                Case.of("conv1d", "2 groups")
                        .input("x", 2, 4, 7)
                        .input("weight", 6, 2, 3)
                        .input("bias", 6)
                        .calls(in -> conv1d(in.get(0), in.get(1), in.get(2), Window.of(3), 2)),
                Case.of("conv2d", "stride 2, SAME")
                        .input("x", 2, 2, 5, 7)
                        .input("weight", 3, 2, 3, 3)
                        .input("bias", 3)
                        .calls(in -> conv2d(
                                in.get(0),
                                in.get(1),
                                in.get(2),
                                Window2d.square(Window.of(3).stride(2).padding(Padding.SAME)))),
                Case.of("conv2d", "depthwise, dilated")
                        .input("x", 1, 3, 7, 5)
                        .input("weight", 3, 1, 2, 2)
                        .input("bias", 3)
                        .calls(in -> conv2d(
                                in.get(0),
                                in.get(1),
                                in.get(2),
                                Window2d.square(Window.of(2).dilation(2)),
                                3)));
    }

    private static List<Case> norms() {
        return List.of(
                Case.of("batch_norm", "training, rows")
                        .input("x", 3, 2, 7)
                        .input("gamma", 2)
                        .input("beta", 2)
                        .calls(Cases::batchNorm),
                Case.of("batch_norm", "training, images")
                        .input("x", 2, 3, 3, 5)
                        .input("gamma", 3)
                        .input("beta", 3)
                        .calls(Cases::batchNorm),
                Case.of("layer_norm", "last two axes")
                        .input("x", 2, 3, 5)
                        .input("gamma", 3, 5)
                        .input("beta", 3, 5)
                        .calls(in -> layerNorm(in.get(0), in.get(1), in.get(2), LayerNorm.DEFAULT_EPS)));
    }

    private static Tensor batchNorm(List<Tensor> in) {
        Tensor x = in.get(0);
        RunningStatistics running =
                RunningStatistics.fresh(x.device(), x.shape().size(1));
        return BatchNorm.training(x, in.get(1), in.get(2), running, BatchNorm.Options.DEFAULT);
    }

    private static List<Case> pools() {
        Window overlapping = Window.of(3).stride(2).padding(Padding.of(1, 1));
        return List.of(
                row("max_pool_1d", in -> maxPool1d(in.get(0), overlapping)),
                image("max_pool_2d", in -> maxPool2d(in.get(0), Window2d.square(overlapping))),
                row("avg_pool_1d", in -> avgPool1d(in.get(0), overlapping, CountPad.INCLUDE)),
                image("avg_pool_2d", in -> avgPool2d(in.get(0), Window2d.square(overlapping), CountPad.EXCLUDE)),
                row("adaptive_avg_pool_1d", in -> adaptiveAvgPool1d(in.get(0), 3)),
                image("adaptive_avg_pool_2d", in -> adaptiveAvgPool2d(in.get(0), 2, 3)),
                row("global_avg_pool_1d", in -> globalAvgPool1d(in.get(0))),
                image("global_avg_pool_2d", in -> globalAvgPool2d(in.get(0))),
                row("global_max_pool_1d", in -> globalMaxPool1d(in.get(0))),
                image("global_max_pool_2d", in -> globalMaxPool2d(in.get(0))));
    }

    private static Case row(String op, Function<List<Tensor>, Tensor> call) {
        return Case.of(op, "odd length").distinct("x", 2, 3, 7).calls(call);
    }

    private static Case image(String op, Function<List<Tensor>, Tensor> call) {
        return Case.of(op, "odd sizes").distinct("x", 1, 2, 5, 7).calls(call);
    }

    private static List<Case> elementwise() {
        return List.of(
                Case.of("relu", "away from the kink").awayFromZero("x", 3, 7).calls(in -> relu(in.get(0))),
                Case.of("sigmoid", "plain").input("x", 3, 7).calls(in -> sigmoid(in.get(0))));
    }

    private static List<Case> linears() {
        return List.of(Case.of("linear", "with bias")
                .input("x", 3, 5)
                .input("weight", 2, 5)
                .input("bias", 2)
                .calls(in -> linear(in.get(0), in.get(1), in.get(2))));
    }

    private static List<Case> reductions() {
        return List.of(
                Case.of("sum", "two axes").input("x", 2, 3, 5).calls(in -> sum(in.get(0), Axes.of(0, 2))),
                Case.of("mean", "kept axis")
                        .input("x", 2, 3, 5)
                        .calls(in -> mean(in.get(0), Axes.of(1).keepDims())),
                Case.of("amax", "last axis").distinct("x", 2, 3, 5).calls(in -> amax(in.get(0), Axes.of(-1))),
                Case.of("max", "one axis").distinct("x", 2, 3, 5).calls(in -> max(in.get(0), 1)));
    }

    private static List<Case> views() {
        return List.of(
                Case.of("reshape", "plain").input("x", 2, 6).calls(in -> reshape(in.get(0), 3, 4)),
                Case.of("permute", "three axes").input("x", 2, 3, 4).calls(in -> permute(in.get(0), 2, 0, 1)),
                Case.of("slice", "every second").input("x", 2, 7).calls(in -> slice(in.get(0), 1, 1, 6, 2)),
                Case.of("pad", "both sides").input("x", 2, 3).calls(in -> pad(in.get(0), 1, 2, 1)),
                Case.of("concat", "two parts")
                        .input("a", 2, 3)
                        .input("b", 2, 4)
                        .calls(in -> concat(1, in.get(0), in.get(1))));
    }

    private static List<Case> losses() {
        return List.of(
                Case.of("bce_with_logits", "labels 0 and 1")
                        .input("logits", 7)
                        .whole("targets", 2, 7)
                        .calls(in -> bceWithLogits(in.get(0), in.get(1))),
                Case.of("cross_entropy", "smoothed labels")
                        .input("logits", 5, 4)
                        .whole("targets", 4, 5)
                        .calls(in -> crossEntropy(in.get(0), in.get(1), CrossEntropy.Options.NONE.labelSmoothing(0.1))),
                Case.of("mean_squared_error", "plain")
                        .input("x", 3, 4)
                        .input("targets", 3, 4)
                        .calls(in -> meanSquaredError(in.get(0), in.get(1))));
    }
}
