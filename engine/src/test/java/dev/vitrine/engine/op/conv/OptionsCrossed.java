package dev.vitrine.engine.op.conv;

import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One choice of each option of a convolution along an axis. */
record OptionsCrossed(int kernel, int stride, int dilation, Padding padding, Channels channels) {

    /** {@code groups} groups of {@code in} input and {@code out} output channels each. */
    record Channels(int groups, int in, int out) {}

    private static final List<Integer> KERNELS = List.of(1, 2, 3, 5);
    private static final List<Integer> STRIDES = List.of(1, 2, 3, 4);
    private static final List<Integer> DILATIONS = List.of(1, 2, 3, 1);
    private static final List<Padding> PADDINGS =
            List.of(Padding.VALID, Padding.SAME, Padding.of(4, 0), Padding.of(1, 3));
    private static final List<Channels> CHANNELS =
            List.of(new Channels(1, 3, 2), new Channels(2, 2, 3), new Channels(3, 1, 1), new Channels(2, 1, 2));

    /** The product of four elements, numbered 0, 1, a = 2, a + 1 = 3; their sum is the exclusive or. */
    private static final int[][] PRODUCT = {{0, 0, 0, 0}, {0, 1, 2, 3}, {0, 2, 3, 1}, {0, 3, 1, 2}};

    /**
     * Sixteen choices in which every value of one option meets every value of every other: an orthogonal array from the
     * field of four elements (Bush, "Orthogonal arrays of index unity", Annals of Mathematical Statistics 23, 1952).
     */
    static Stream<OptionsCrossed> pairwise() {
        return IntStream.range(0, 16).mapToObj(row -> {
            int a = row / 4;
            int b = row % 4;
            return of(a, b, a ^ b, a ^ PRODUCT[2][b], a ^ PRODUCT[3][b]);
        });
    }

    /** All choices. */
    static Stream<OptionsCrossed> all() {
        return IntStream.range(0, 4 * 4 * 4 * 4 * 4)
                .filter(row -> row / 16 % 4 != 3) // dilation 1 stands in the list twice
                .mapToObj(row -> of(row % 4, row / 4 % 4, row / 16 % 4, row / 64 % 4, row / 256));
    }

    private static OptionsCrossed of(int kernel, int stride, int dilation, int padding, int channels) {
        return new OptionsCrossed(
                KERNELS.get(kernel),
                STRIDES.get(stride),
                DILATIONS.get(dilation),
                PADDINGS.get(padding),
                CHANNELS.get(channels));
    }

    Window window() {
        return new Window(kernel, stride, padding, dilation);
    }

    /** Whether the window fits an axis of {@code length}. */
    boolean fits(int length) {
        return fits(window(), length);
    }

    /** Whether a window fits an axis of {@code length}. */
    static boolean fits(Window window, int length) {
        Padding.Explicit added = window.paddingFor(length);
        return added.before() + length + added.after() >= window.extent();
    }
}
