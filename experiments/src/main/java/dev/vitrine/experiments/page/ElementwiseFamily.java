package dev.vitrine.experiments.page;

import static dev.vitrine.engine.op.elementwise.Abs.abs;
import static dev.vitrine.engine.op.elementwise.Clamp.clamp;
import static dev.vitrine.engine.op.elementwise.Exp.exp;
import static dev.vitrine.engine.op.elementwise.LeakyRelu.leakyRelu;
import static dev.vitrine.engine.op.elementwise.Log.log;
import static dev.vitrine.engine.op.elementwise.Neg.neg;
import static dev.vitrine.engine.op.elementwise.Relu.relu;
import static dev.vitrine.engine.op.elementwise.Sigmoid.sigmoid;
import static dev.vitrine.engine.op.elementwise.Sqrt.sqrt;
import static dev.vitrine.engine.op.elementwise.Tanh.tanh;

import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Functions of single numbers, with their slopes. */
final class ElementwiseFamily implements Family {
    private static final double[] BOTH_SIGNS = {-2, -0.5, 0, 0.5, 2};
    private static final double[] POSITIVE = {0.25, 1, 2, 4};

    @Override
    public List<Drawing> drawings() {
        return List.of(
                Curves.sheet(
                        "relu",
                        "The rectified linear unit and its leaky form: the slope jumps at 0",
                        Curves.of("relu", new Curves.Frame(-3, 3, -1, 3), x -> relu(x)),
                        Curves.of("leaky_relu, slope 0.1", new Curves.Frame(-3, 3, -1, 3), x -> leakyRelu(x, 0.1))),
                Curves.sheet(
                        "sigmoid",
                        "The logistic function goes from 0 to 1 with a slope of at most 1/4; the hyperbolic tangent"
                                + " from -1 to 1 with a slope of at most 1",
                        Curves.of("sigmoid", new Curves.Frame(-5, 5, -1.5, 1.5), x -> sigmoid(x)),
                        Curves.of("tanh", new Curves.Frame(-5, 5, -1.5, 1.5), x -> tanh(x))),
                Curves.sheet(
                        "exp",
                        "The exponential function is its own slope; the slope of the logarithm is 1/x; that of the"
                                + " square root grows without bound towards 0",
                        Curves.of("exp", new Curves.Frame(-3, 2, -1, 5), x -> exp(x)),
                        Curves.of("log", new Curves.Frame(0, 5, -3, 3), x -> log(x)),
                        Curves.of("sqrt", new Curves.Frame(0, 5, 0, 3), x -> sqrt(x))),
                Curves.sheet(
                        "abs",
                        "The magnitude, the opposite number, and a value kept between -1 and 1",
                        Curves.of("abs", new Curves.Frame(-3, 3, -2, 3), x -> abs(x)),
                        Curves.of("neg", new Curves.Frame(-3, 3, -2, 2), x -> neg(x)),
                        Curves.of("clamp to \u22121 .. 1", new Curves.Frame(-3, 3, -2, 2), x -> clamp(x, -1, 1))));
    }

    private static Example of(String name, String written, double[] x, UnaryOperator<Tensor> operation) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return Example.named(name)
                .input("x", Shape.of(x.length), x)
                .calls(written, in -> operation.apply(in.get(0)))
                .gradient(ones);
    }

    @Override
    public List<Example> examples() {
        return List.of(
                of("relu", "relu(x)", BOTH_SIGNS, x -> relu(x)),
                of("leaky_relu", "leakyRelu(x, 0.1)", BOTH_SIGNS, x -> leakyRelu(x, 0.1)),
                of("sigmoid", "sigmoid(x)", BOTH_SIGNS, x -> sigmoid(x)),
                of("tanh", "tanh(x)", BOTH_SIGNS, x -> tanh(x)),
                of("exp", "exp(x)", BOTH_SIGNS, x -> exp(x)),
                of("log", "log(x)", POSITIVE, x -> log(x)),
                of("sqrt", "sqrt(x)", POSITIVE, x -> sqrt(x)),
                of("abs", "abs(x)", BOTH_SIGNS, x -> abs(x)),
                of("neg", "neg(x)", BOTH_SIGNS, x -> neg(x)),
                of("clamp", "clamp(x, -0.5, 1)", BOTH_SIGNS, x -> clamp(x, -0.5, 1)));
    }
}
