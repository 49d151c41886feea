package dev.vitrine.engine.op.norm;

import static dev.vitrine.engine.op.norm.LayerNorm.DEFAULT_EPS;
import static dev.vitrine.engine.op.norm.LayerNorm.layerNorm;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class LayerNormTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int[] x : new int[][] {{4, 1}, {3, 5}, {2, 3, 37}, {67, 3}, {1, 131}, {2, 3, 2, 16}, {7}}) {
            for (int axes = 1; axes <= Math.min(3, x.length); axes++) {
                samples.add(sample(x, axes));
            }
        }
        samples.add(parametersFrozen());
        samples.add(inputAndBetaFrozen());
        samples.add(inputAndGammaFrozen());
        return samples;
    }

    private static Sample sample(int[] x, int axes) {
        int[] last = Arrays.copyOfRange(x, x.length - axes, x.length);
        return Sample.named(Shape.of(x) + " over " + Shape.of(last))
                .input("x", x)
                .input("gamma", last)
                .input("beta", last)
                .gives(Shape.of(x), in -> layerNorm(in.get(0), in.get(1), in.get(2), DEFAULT_EPS));
    }

    private static Sample parametersFrozen() {
        return Sample.named("frozen gamma and beta")
                .input("x", 3, 4)
                .constant("gamma", 0.5, 2, 4)
                .constant("beta", -1, 1, 4)
                .gives(Shape.of(3, 4), in -> layerNorm(in.get(0), in.get(1), in.get(2), 0.5));
    }

    private static Sample inputAndBetaFrozen() {
        return Sample.named("frozen x and beta")
                .constant("x", -2, 2, 3, 4)
                .input("gamma", 4)
                .constant("beta", -1, 1, 4)
                .gives(Shape.of(3, 4), in -> layerNorm(in.get(0), in.get(1), in.get(2), DEFAULT_EPS));
    }

    private static Sample inputAndGammaFrozen() {
        return Sample.named("frozen x and gamma")
                .constant("x", -2, 2, 3, 4)
                .constant("gamma", 0.5, 2, 4)
                .input("beta", 4)
                .gives(Shape.of(3, 4), in -> layerNorm(in.get(0), in.get(1), in.get(2), DEFAULT_EPS));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                error(
                        "gamma of another size",
                        1e-5,
                        "gamma must have the shape of the last axes of x [2, 3, 5], got [4]",
                        4),
                error(
                        "gamma of the first axes",
                        1e-5,
                        "gamma must have the shape of the last axes of x [2, 3, 5], got [2, 3]",
                        2,
                        3),
                error(
                        "gamma of more axes than x",
                        1e-5,
                        "gamma must have the shape of the last axes of x [2, 3, 5], got [1, 2, 3, 5]",
                        1,
                        2,
                        3,
                        5),
                error("gamma is a scalar", 1e-5, "gamma must have the shape of the last axes of x [2, 3, 5], got []"),
                error("eps is 0", 0, "eps must be finite and above 0, got 0.0", 5),
                error("eps without end", Double.POSITIVE_INFINITY, "eps must be finite and above 0, got Infinity", 5),
                error("eps is not a number", Double.NaN, "eps must be finite and above 0, got NaN", 5),
                new ErrorSample(
                        "beta of another size",
                        d -> layerNorm(
                                Tensor.zeros(d, 2, 3, 5), Tensor.zeros(d, 5), Tensor.zeros(d, 3, 5), DEFAULT_EPS),
                        "layer_norm: beta must be [5] as gamma, got [3, 5]"));
    }

    private static ErrorSample error(String name, double eps, String message, int... gamma) {
        return new ErrorSample(
                name,
                d -> layerNorm(Tensor.zeros(d, 2, 3, 5), Tensor.zeros(d, gamma), Tensor.zeros(d, gamma), eps),
                "layer_norm: " + message);
    }

    @Override
    protected int longestSum() {
        return 192;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("layernorm.json")
                .agrees(
                        longestSum(),
                        given -> layerNorm(
                                given.tensor("x"), given.tensor("gamma"), given.tensor("beta"), given.number("eps")));
    }
}
