package dev.vitrine.experiments.gradcheck;

import static dev.vitrine.engine.op.conv.Conv1d.conv1d;
import static dev.vitrine.engine.op.elementwise.Relu.relu;
import static dev.vitrine.engine.op.elementwise.Sigmoid.sigmoid;
import static dev.vitrine.engine.op.linear.Linear.linear;
import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;
import static dev.vitrine.engine.op.pool.GlobalAvgPool.globalAvgPool1d;

import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A few small uses of every operation, by its name. */
public final class Cases {
    private Cases() {}

    /** All cases by operation, in the order of the families. */
    public static Map<String, List<Case>> byOp() {
        Map<String, List<Case>> all = new LinkedHashMap<>();
        for (List<Case> family : List.of(convolutions(), pools(), elementwise(), linears(), losses())) {
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
                                in.get(0), in.get(1), in.get(2), Window.of(3).dilation(3))));
    }

    private static List<Case> pools() {
        return List.of(Case.of("global_avg_pool_1d", "odd length")
                .input("x", 2, 3, 7)
                .calls(in -> globalAvgPool1d(in.get(0))));
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

    private static List<Case> losses() {
        return List.of(Case.of("bce_with_logits", "labels 0 and 1")
                .input("logits", 7)
                .whole("targets", 2, 7)
                .calls(in -> bceWithLogits(in.get(0), in.get(1))));
    }
}
