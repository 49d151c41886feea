package dev.vitrine.experiments.preflight;

import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Parameter;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether neighbours on an axis of the input have to do with each other; where they do not, a filter that slides along
 * it sees no pattern that could be elsewhere too.
 *
 * @param axis of one input, counted from 0, without the batch axis
 * @param size places on it
 * @param kernel how many neighbours the first convolution sees at once; 1 where none slides along this axis
 * @param near mean correlation of places i and i + 1
 * @param far mean correlation of places at least a quarter of the axis apart
 */
public record Neighbours(int axis, int size, int kernel, double near, double far) {
    /** Shorter axes have no far places; on longer ones places are moments of a sound. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 1024;
    private static final int PAIRS = 64;

    /** All axes of moderate length. */
    static List<Neighbours> of(List<float[]> inputs, Shape shape, Network network) {
        List<Neighbours> axes = new ArrayList<>();
        int[] kernels = kernels(network, shape.rank());
        for (int axis = 0; axis < shape.rank(); axis++) {
            int size = shape.size(axis);
            if (size >= SHORTEST && size <= LONGEST && inputs.size() > 1) {
                axes.add(new Neighbours(
                        axis,
                        size,
                        kernels[axis],
                        correlation(inputs, shape, axis, 1),
                        correlation(inputs, shape, axis, size / 4)));
            }
        }
        return axes;
    }

    /** Of the first convolution; the places of its window are the last axes of its weight. */
    private static int[] kernels(Network network, int rank) {
        int[] kernels = new int[rank];
        Arrays.fill(kernels, 1);
        List<Shape> windows = new ArrayList<>();
        network.root().visit((path, module) -> windowOf(module, windows));
        if (!windows.isEmpty()) {
            Shape weight = windows.get(0);
            for (int back = 1; back <= Math.min(weight.rank() - 2, rank); back++) {
                kernels[rank - back] = weight.size(weight.rank() - back);
            }
        }
        return kernels;
    }

    private static void windowOf(Module module, List<Shape> windows) {
        Parameter weight = module.parameters().get("weight");
        if (weight != null && weight.shape().rank() > 2) {
            windows.add(weight.shape());
        }
    }

    /** Mean over pairs of places, {@code apart} or more from each other. */
    private static double correlation(List<float[]> inputs, Shape shape, int axis, int apart) {
        int size = shape.size(axis);
        Rng rng = new Rng(31L * axis + apart);
        double sum = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int i = rng.nextInt(size - apart);
            int j = apart == 1 ? i + 1 : i + apart + rng.nextInt(size - i - apart);
            sum += correlation(inputs, shape, axis, new int[] {i, j});
        }
        return sum / PAIRS;
    }

    /** Pearson's, over inputs and all places of the other axes. */
    private static double correlation(List<float[]> inputs, Shape shape, int axis, int[] places) {
        int inner = 1;
        for (int a = axis + 1; a < shape.rank(); a++) {
            inner *= shape.size(a);
        }
        int stride = inner * shape.size(axis);
        double n = 0;
        double[] s = new double[5];
        for (float[] input : inputs) {
            for (int outer = 0; outer < input.length; outer += stride) {
                for (int k = 0; k < inner; k++) {
                    double x = input[outer + places[0] * inner + k];
                    double y = input[outer + places[1] * inner + k];
                    n++;
                    s[0] += x;
                    s[1] += y;
                    s[2] += x * x;
                    s[3] += y * y;
                    s[4] += x * y;
                }
            }
        }
        double across = s[4] - s[0] * s[1] / n;
        double spread = Math.sqrt((s[2] - s[0] * s[0] / n) * (s[3] - s[1] * s[1] / n));
        return spread > 1e-12 ? across / spread : 0;
    }

    /** True if neighbours have no more to do with each other than places far apart, and next to nothing at that. */
    public boolean unordered() {
        return near < 0.2 && near < Math.abs(far) + 0.1;
    }
}
