package dev.vitrine.engine.inspect;

import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.Locale;

/**
 * The values of a tensor as text, in nested brackets as NumPy prints them: four digits, and of a long axis the first
 * and the last three.
 *
 * <pre>
 * [[ 1.0000, -0.5000],
 *  [ 0.2500,  2.0000]]
 * </pre>
 */
public final class Values {
    /** Axes longer than this are cut where the tensor has more than {@link #MOST} values. */
    private static final int EDGE = 3;

    private static final int MOST = 200;

    private final Shape shape;
    private final double[] values;
    private final String format;
    private final StringBuilder text = new StringBuilder();

    private Values(Shape shape, double[] values) {
        this.shape = shape;
        this.values = values;
        this.format = format(values);
    }

    /** The values of a tensor. Waits for the device. */
    public static String text(Tensor tensor) {
        Values values = new Values(tensor.shape(), tensor.toDoubles());
        values.print(0, 0);
        return values.text.toString();
    }

    private static String format(double[] values) {
        double largest = 0;
        boolean negative = false;
        for (double value : values) {
            if (Double.isFinite(value)) {
                largest = Math.max(largest, Math.abs(value));
            }
            negative |= value < 0;
        }
        if (largest >= 1e5 || (largest > 0 && largest < 1e-3)) {
            return negative ? "%11.4e" : "%10.4e";
        }
        int width = 6; // as in 1.0000
        for (double value : values) {
            width = Math.max(width, String.format(Locale.ROOT, "%.4f", value).length());
        }
        return "%" + width + ".4f";
    }

    private void print(int axis, int first) {
        if (axis == shape.rank()) {
            text.append(String.format(Locale.ROOT, format, values[first]));
            return;
        }
        int size = shape.size(axis);
        int stride = stride(axis);
        boolean cut = values.length > MOST && size > 2 * EDGE;
        text.append('[');
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                separate(axis);
            }
            if (cut && i == EDGE) {
                text.append("...");
                i = size - EDGE - 1;
            } else {
                print(axis + 1, first + i * stride);
            }
        }
        text.append(']');
    }

    private int stride(int axis) {
        int stride = 1;
        for (int a = axis + 1; a < shape.rank(); a++) {
            stride *= shape.size(a);
        }
        return stride;
    }

    /** Numbers stand side by side, rows below each other, with an empty line between matrices. */
    private void separate(int axis) {
        text.append(',');
        int below = shape.rank() - axis - 1;
        text.append(below == 0 ? " " : "\n".repeat(below) + " ".repeat(axis + 1));
    }
}
