package dev.vitrine.experiments.gradcheck;

import static dev.vitrine.engine.op.dropout.Dropout.dropout;

import java.util.List;

/** Uses of what a tensor can be asked for by a method: arithmetic, functions, softmax; and dropout. */
final class ArithmeticCases {
    private ArithmeticCases() {}

    static List<Case> arithmetic() {
        return List.of(
                Case.of("add", "a row to a matrix")
                        .input("a", 3, 5)
                        .input("b", 5)
                        .calls(in -> in.get(0).add(in.get(1))),
                Case.of("sub", "row and column")
                        .input("a", 1, 5)
                        .input("b", 3, 1)
                        .calls(in -> in.get(0).sub(in.get(1))),
                Case.of("mul", "one per channel")
                        .input("a", 2, 3, 7)
                        .input("b", 3, 1)
                        .calls(in -> in.get(0).mul(in.get(1))),
                Case.of("div", "by a scalar")
                        .input("a", 3, 5)
                        .positive("b")
                        .calls(in -> in.get(0).div(in.get(1))),
                Case.of("pow", "equal shapes")
                        .positive("a", 3, 5)
                        .input("b", 3, 5)
                        .calls(in -> in.get(0).pow(in.get(1))),
                Case.of("broadcast_to", "two axes repeat")
                        .input("x", 3, 1)
                        .calls(in -> in.get(0).broadcastTo(2, 3, 7)),
                Case.of("matmul", "batch of matrices and one matrix")
                        .input("a", 2, 3, 5)
                        .input("b", 5, 4)
                        .calls(in -> in.get(0).matmul(in.get(1))),
                Case.of("matmul", "batches that repeat")
                        .input("a", 2, 1, 3, 5)
                        .input("b", 3, 5, 2)
                        .calls(in -> in.get(0).matmul(in.get(1))));
    }

    static List<Case> functions() {
        return List.of(
                Case.of("neg", "plain").input("x", 3, 7).calls(in -> in.get(0).neg()),
                Case.of("exp", "plain").input("x", 3, 7).calls(in -> in.get(0).exp()),
                Case.of("log", "positive")
                        .positive("x", 3, 7)
                        .calls(in -> in.get(0).log()),
                Case.of("sqrt", "positive")
                        .positive("x", 3, 7)
                        .calls(in -> in.get(0).sqrt()),
                Case.of("abs", "away from the kink")
                        .awayFromZero("x", 3, 7)
                        .calls(in -> in.get(0).abs()),
                Case.of("tanh", "plain").input("x", 3, 7).calls(in -> in.get(0).tanh()),
                Case.of("clamp", "away from the bound")
                        .awayFromZero("x", 3, 7)
                        .calls(in -> in.get(0).clamp(0, Double.POSITIVE_INFINITY)),
                Case.of("leaky_relu", "away from the kink")
                        .awayFromZero("x", 3, 7)
                        .calls(in -> in.get(0).leakyRelu(0.2)),
                Case.of("softmax", "last axis")
                        .input("x", 3, 7)
                        .calls(in -> in.get(0).softmax(-1)),
                Case.of("softmax", "middle axis")
                        .input("x", 2, 5, 3)
                        .calls(in -> in.get(0).softmax(1)),
                Case.of("log_softmax", "last axis")
                        .input("x", 3, 7)
                        .calls(in -> in.get(0).logSoftmax(-1)),
                Case.of("dropout", "a half").input("x", 3, 7).calls(in -> dropout(in.get(0), 0.5, 42, 0)));
    }
}
