package dev.vitrine.engine.mistake;

import java.util.ArrayList;
import java.util.List;

/** The known mistakes: where each is planted, and which check must refuse it in which words. */
final class Bank {
    static final String LOOP = "kernelMatchesJavaLoop";
    static final String DIFFERENCES = "gradientMatchesCentralDifferences";
    static final String PYTORCH = "agreesWithPyTorch";

    private Bank() {}

    static List<Mistake> mistakes() {
        List<Mistake> all = new ArrayList<>();
        all.addAll(conv1d());
        all.addAll(globalAvgPool1d());
        all.addAll(relu());
        all.addAll(linear());
        all.addAll(bceWithLogits());
        all.addAll(arithmetic());
        all.addAll(elementwise());
        all.addAll(softmaxAndDropout());
        all.addAll(crossEntropy());
        all.addAll(reductionsAndViews());
        all.addAll(optimizer());
        all.addAll(PoolMistakes.all());
        all.addAll(NormMistakes.all());
        all.addAll(Conv2dMistakes.all());
        return all;
    }

    private static List<Mistake> conv1d() {
        return List.of(
                new Mistake(
                        "swapped stride and dilation",
                        "op/conv/conv1d.cl",
                        "load_taps(row, l * STRIDE + k * DILATION - before, L, AT_ONCE, in);",
                        "load_taps(row, l * DILATION + k * STRIDE - before, L, AT_ONCE, in);",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "padding on the wrong side",
                        "op/conv/conv1d.cl",
                        "load_taps(row, l * STRIDE + k * DILATION - before, L, AT_ONCE, in);",
                        "load_taps(row, l * STRIDE + k * DILATION, L, AT_ONCE, in);",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "forgotten bias",
                        "op/conv/conv1d.cl",
                        "(vf)(bias && EXISTS(o + j, O) ? b[j] : 0.0f)",
                        "(vf)(0.0f)",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "last tap left out",
                        "op/conv/conv1d.cl",
                        "for (int i = 0; i < AT_ONCE; i++)",
                        "for (int i = 0; i < AT_ONCE - 1; i++)",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "flipped kernel",
                        "op/conv/conv1d.cl",
                        "if ((r + PHASE - p * DILATION) % STRIDE != 0 || k >= K) continue;",
                        "if ((r + PHASE + p * DILATION) % STRIDE != 0 || k >= K) continue;",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "gradient of x"),
                new Mistake(
                        "gradient one place too far",
                        "op/conv/conv1d.cl",
                        "m + shift + (r",
                        "m + shift + 1 + (r",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "gradient of x"),
                new Mistake(
                        "last output left out of the weights' gradient",
                        "op/conv/conv1d.cl",
                        "int l_end = min(M, l_first + chunk);",
                        "int l_end = min(M - 1, l_first + chunk);",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "gradient of weight"),
                new Mistake(
                        "bias gradient of the first group for all",
                        "op/conv/conv1d.cl",
                        "sum += load_guarded(g + ((n * G + group) * O",
                        "sum += load_guarded(g + (n * G * O",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "gradient of bias"),
                new Mistake(
                        "what lies before a row taken for its inside",
                        "op/conv/conv1d.cl",
                        "if (start >= 0 && start + (TAPS - 1)",
                        "if (start + (TAPS - 1)",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "gradient of weight"),
                new Mistake(
                        "what lies behind a row taken for its inside",
                        "op/conv/conv1d.cl",
                        "+ STRIDE * V <= L && l + V <= l_end)",
                        "+ STRIDE * V <= L + STRIDE && l + V <= l_end)",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "gradient of weight"),
                new Mistake(
                        "what lies behind a gradient's row taken for its inside",
                        "op/conv/conv1d.cl",
                        "+ STRIDE * V <= L && l + V <= l_end)",
                        "+ STRIDE * V <= L)",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "gradient of weight"),
                new Mistake(
                        "last chunk not added",
                        "op/conv/conv1d.cl",
                        "for (int part = 0; part < parts; part++) sum +=",
                        "for (int part = 0; part < parts - 1; part++) sum +=",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "gradient of weight"),
                new Mistake(
                        "reads past the end count",
                        "device/vector.cl",
                        "if (start >= 0 && start + V <= length) return VLOAD(row + start);",
                        "if (start >= 0 && start < length) return VLOAD(row + start);",
                        "op.conv.Conv1dTest",
                        LOOP,
                        "gradient of weight["),
                new Mistake(
                        "weights' gradient with the opposite sign",
                        "op/conv/Conv1dJava.java",
                        "dw[pair * s.k() + k] = sum;",
                        "dw[pair * s.k() + k] = -sum;",
                        "op.conv.Conv1dTest",
                        DIFFERENCES,
                        "gradient of weight["),
                new Mistake(
                        "each tap overwrites the gradient of the one before",
                        "op/conv/Conv1dJava.java",
                        "dx[first + l * stride] +=",
                        "dx[first + l * stride] =",
                        "op.conv.Conv1dTest",
                        DIFFERENCES,
                        "gradient of x["),
                new Mistake(
                        "bias gradient of the first item only",
                        "op/conv/Conv1dJava.java",
                        "for (int n = 0; n < s.n(); n++) {\n                int gRow = (n * s.o() + o) * s.outputLength();\n                for",
                        "for (int n = 0; n < 1; n++) {\n                int gRow = (n * s.o() + o) * s.outputLength();\n                for",
                        "op.conv.Conv1dTest",
                        DIFFERENCES,
                        "gradient of bias["),
                new Mistake(
                        "old gradient not cleared",
                        "op/conv/Conv1dJava.java",
                        "Arrays.fill(dx, dxRow, dxRow + s.length(), 0);",
                        "",
                        "op.conv.Conv1dTest",
                        DIFFERENCES,
                        "gradient of x["),
                new Mistake(
                        "swapped stride and dilation in both passes",
                        "op/conv/Conv1dSizes.java",
                        "return tap * dilation - before;",
                        "return tap * stride - before;",
                        "op.conv.Conv1dTest",
                        PYTORCH,
                        "output["));
    }

    private static List<Mistake> globalAvgPool1d() {
        return List.of(
                new Mistake(
                        "half of the group left out of the sum",
                        "device/vector.cl",
                        "for (int width = WGS / 2; width > 0; width /= 2) {\n        barrier(CLK_LOCAL_MEM_FENCE);\n        if (me < width) shared[me] +=",
                        "for (int width = WGS / 4; width > 0; width /= 2) {\n        barrier(CLK_LOCAL_MEM_FENCE);\n        if (me < width) shared[me] +=",
                        "op.pool.GlobalAvgPoolTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "mean taken over the padded length",
                        "op/pool/globalavgpool.cl",
                        "y[row] = total / L;",
                        "y[row] = total / ((L + V - 1) / V * V);",
                        "op.pool.GlobalAvgPoolTest",
                        LOOP,
                        "output["));
    }

    private static List<Mistake> relu() {
        return List.of(
                new Mistake(
                        "tail of the row not written",
                        "op/elementwise/relu.cl",
                        "    vf grad = load_guarded(g, i, size);",
                        "    if (i + V > size) return;\n    vf grad = load_guarded(g, i, size);",
                        "op.elementwise.ReluTest",
                        LOOP,
                        "got NaN"),
                new Mistake(
                        "gradient passes at zero",
                        "op/elementwise/relu.cl",
                        "select(grad, (vf)(0.0f), load_guarded(y, i, size) <= (vf)(0.0f))",
                        "select(grad, (vf)(0.0f), load_guarded(y, i, size) < (vf)(0.0f))",
                        "op.elementwise.ReluTest",
                        LOOP,
                        "gradient of x"),
                new Mistake(
                        "rectifier of the wrong sign",
                        "op/elementwise/ReluJava.java",
                        "y[i] = Math.max(x[i], 0)",
                        "y[i] = x[i] > 0 ? 0 : x[i]",
                        "op.elementwise.ReluTest",
                        PYTORCH,
                        "output["),
                new Mistake(
                        "not-a-number turned into zero",
                        "op/elementwise/relu.cl",
                        "select(in, (vf)(0.0f), in <= (vf)(0.0f))",
                        "fmax(in, (vf)(0.0f))",
                        "op.elementwise.ReluTest",
                        "gradientIsZeroAtZeroAndNotANumberStays",
                        "NaN"));
    }

    private static List<Mistake> linear() {
        return List.of(
                new Mistake(
                        "sum of the gradient over the batch forgets an item",
                        "op/linear/linear.cl",
                        "for (int n = part * chunk; n < end; n++) {\n        vf in",
                        "for (int n = part * chunk + 1; n < end; n++) {\n        vf in",
                        "op.linear.LinearTest",
                        LOOP,
                        "gradient of weight"),
                new Mistake(
                        "last chunk not added",
                        "op/linear/linear.cl",
                        "part < parts; part++",
                        "part < parts - 1; part++",
                        "op.linear.LinearTest",
                        LOOP,
                        "gradient of weight"),
                new Mistake(
                        "weight matrix read by columns",
                        "op/linear/linear.cl",
                        "column[j] = w + min(o + j, O - 1) * I;",
                        "column[j] = w + min(o + j, O - 1);",
                        "op.linear.LinearTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "end of a row counted twice",
                        "device/vector.cl",
                        "LANES >= (vi)(start + V - length)",
                        "LANES >= (vi)(start - length)",
                        "op.linear.LinearTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "bias summed over the first chunk alone",
                        "op/linear/linear.cl",
                        "db[part * O + o + p] = total;",
                        "db[part * O + o + p] = part > 0 ? 0.0f : total;",
                        "op.linear.LinearTest",
                        LOOP,
                        "gradient of bias"));
    }

    private static List<Mistake> bceWithLogits() {
        return List.of(
                new Mistake(
                        "loss summed where the mean is meant",
                        "op/loss/BceWithLogitsJava.java",
                        "values(loss)[0] = sum / z.length;",
                        "values(loss)[0] = sum;",
                        "op.loss.BceWithLogitsTest",
                        PYTORCH,
                        "output["),
                new Mistake(
                        "upstream gradient forgotten",
                        "op/loss/bce_with_logits.cl",
                        "upstream[0] / size * slope",
                        "1.0f / size * slope",
                        "op.loss.BceWithLogitsTest",
                        LOOP,
                        "gradient of logits"));
    }

    private static List<Mistake> arithmetic() {
        return List.of(
                new Mistake(
                        "one argument read with the strides of the other",
                        "op/arithmetic/sub.cl",
                        "load_broadcast(b, i, size, sizes, b_strides)",
                        "load_broadcast(b, i, size, sizes, a_strides)",
                        "op.arithmetic.SubTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "gradient of what is subtracted with the wrong sign",
                        "op/arithmetic/SubJava.java",
                        "i -> db[i] = -g[i]",
                        "i -> db[i] = g[i]",
                        "op.arithmetic.SubTest",
                        DIFFERENCES,
                        "gradient of b["),
                new Mistake(
                        "divisor not squared in its gradient",
                        "op/arithmetic/DivJava.java",
                        " / b[ofB.at(i)] / b[ofB.at(i)]",
                        " / b[ofB.at(i)]",
                        "op.arithmetic.DivTest",
                        DIFFERENCES,
                        "gradient of b["),
                new Mistake(
                        "slope of a power of 0 not cut",
                        "op/arithmetic/PowJava.java",
                        "b == 0 ? 0 : b * Math.pow(a, b - 1)",
                        "b * Math.pow(a, b - 1)",
                        "op.arithmetic.PowTest",
                        PYTORCH,
                        "gradient of a["),
                new Mistake(
                        "last repetition left out of the sum",
                        "op/arithmetic/broadcast_to.cl",
                        "t < end; t++",
                        "t < end - 1; t++",
                        "op.arithmetic.BroadcastToTest",
                        LOOP,
                        "gradient of x["),
                new Mistake(
                        "last chunk of repetitions not added",
                        "op/arithmetic/broadcast_to.cl",
                        "part < parts; part++",
                        "part < parts - 1; part++",
                        "op.arithmetic.BroadcastToTest",
                        LOOP,
                        "gradient of x["),
                new Mistake(
                        "matrix read by rows instead of columns",
                        "op/arithmetic/matmul.cl",
                        "left[(n * K + k) * I + min(i + r, I - 1)]",
                        "left[(n * I + min(i + r, I - 1)) * K + k]",
                        "op.arithmetic.MatmulTest",
                        LOOP,
                        "gradient of b["));
    }

    private static List<Mistake> elementwise() {
        return List.of(
                new Mistake(
                        "slope of the magnitude at 0",
                        "op/elementwise/AbsJava.java",
                        "Math.signum(x[i])",
                        "(x[i] < 0 ? -1 : 1)",
                        "op.elementwise.AbsTest",
                        PYTORCH,
                        "gradient of x["),
                new Mistake(
                        "no gradient at the bounds",
                        "op/elementwise/ClampJava.java",
                        "x[i] >= min && x[i] <= max",
                        "x[i] > min && x[i] < max",
                        "op.elementwise.ClampTest",
                        PYTORCH,
                        "gradient of x["),
                new Mistake(
                        "slope left out of the gradient",
                        "op/elementwise/leaky_relu.cl",
                        "select(slope * grad, grad",
                        "select(grad, grad",
                        "op.elementwise.LeakyReluTest",
                        LOOP,
                        "gradient of x["));
    }

    private static List<Mistake> softmaxAndDropout() {
        return List.of(
                new Mistake(
                        "what lies behind a line counts",
                        "op/softmax/softmax.cl",
                        "exp(load_or(x, d, D, -INFINITY) - largest)",
                        "exp(load_guarded(x, d, D) - largest)",
                        "op.softmax.SoftmaxTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "each score taken for itself in the gradient",
                        "op/softmax/SoftmaxJava.java",
                        "y[i] * (g[i] - sum)",
                        "y[i] * g[i]",
                        "op.softmax.SoftmaxTest",
                        DIFFERENCES,
                        "gradient of x["),
                new Mistake(
                        "the draws of the neighbours",
                        "op/dropout/dropout.cl",
                        "(ulong)i + 1UL",
                        "(ulong)i",
                        "op.dropout.DropoutTest",
                        LOOP,
                        "output["));
    }

    private static List<Mistake> reductionsAndViews() {
        return List.of(
                new Mistake(
                        "mean is not divided",
                        "op/reduce/sum.cl",
                        "outputs, sum / divisor);",
                        "outputs, sum);",
                        "op.reduce.SumTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "gradient not shared among equals",
                        "op/reduce/MaxJava.java",
                        "(x[at] == y[o] ? 1 : 0) * (g[o] / ties)",
                        "(x[at] == y[o] ? 1 : 0) * g[o]",
                        "op.reduce.MaxTest",
                        PYTORCH,
                        "gradient of x"),
                new Mistake(
                        "places after the last one taken are filled too",
                        "op/view/slice.cl",
                        "away / step < count",
                        "away / step <= count",
                        "op.view.SliceTest",
                        LOOP,
                        "gradient of x"),
                new Mistake(
                        "first value behind the block is not the constant",
                        "op/view/pad.cl",
                        "before >= block) lanes",
                        "before > block) lanes",
                        "op.view.PadTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "axes put back in the order they went",
                        "op/view/Permute.java",
                        "back[axes[k]] = k;",
                        "back[k] = axes[k];",
                        "op.view.PermuteTest",
                        DIFFERENCES,
                        "gradient of x"));
    }

    private static List<Mistake> crossEntropy() {
        return List.of(
                new Mistake(
                        "divided by the number of examples, not by their weights",
                        "op/loss/cross_entropy.cl",
                        "loss[0] = sum_total / weight_total;",
                        "loss[0] = sum_total / M;",
                        "op.loss.CrossEntropyTest",
                        LOOP,
                        "output["),
                new Mistake(
                        "smoothing without the class weights",
                        "op/loss/CrossEntropyJava.java",
                        "e / s.c() * w[k] * (lse",
                        "e / s.c() * (lse",
                        "op.loss.CrossEntropyTest",
                        PYTORCH,
                        "output["));
    }

    private static List<Mistake> optimizer() {
        return List.of(
                new Mistake(
                        "bias correction forgotten",
                        "optim/AdamOpenCl.java",
                        "(float) (k.size() * k.root()),",
                        "(float) k.size(),",
                        "optim.OptimizerTest",
                        LOOP,
                        "expected"),
                new Mistake(
                        "velocity not kept",
                        "optim/sgd.cl",
                        "store_guarded(v, i, size, velocity);",
                        "store_guarded(v, i, size, g);",
                        "optim.OptimizerTest",
                        LOOP,
                        "expected"),
                new Mistake(
                        "eps inside of the root",
                        "optim/rmsprop.cl",
                        "(sqrt(measure) + eps)",
                        "sqrt(measure + eps)",
                        "optim.OptimizerTest",
                        LOOP,
                        "expected"),
                new Mistake(
                        "last sum left out of the norm",
                        "optim/clip.cl",
                        "k < count; k++",
                        "k < count - 1; k++",
                        "optim.GradientClipTest",
                        LOOP,
                        "clipped gradient["),
                new Mistake(
                        "not-a-number cut off",
                        "optim/clip.cl",
                        "gradient = gradient > limit ? (vf)(limit) : gradient;",
                        "gradient = fmin(gradient, (vf)(limit));",
                        "optim.GradientClipTest",
                        "notANumberIsNotHidden",
                        "NaN"));
    }
}
