package dev.vitrine.engine.io;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands before the numbers of a {@code .npy}: the magic, a version, a length, and a Python dictionary filled up
 * with blanks so that the numbers begin at a multiple of 64.
 *
 * <pre>
 * \x93NUMPY 1 0 118 {'descr': '&lt;f4', 'fortran_order': False, 'shape': (2, 3), }            \n
 * </pre>
 *
 * @param order which axis runs fastest
 * @param bytes the length of all this
 */
record NpyHeader(Precision precision, Shape shape, Order order, int bytes) {
    /** How the numbers follow one another. */
    enum Order {
        /** The last axis runs fastest. */
        C,
        /** The first axis runs fastest. */
        FORTRAN;

        /** The same numbers with the last axis fastest. */
        double[] toC(double[] values, Shape shape) {
            if (this == C) {
                return values;
            }
            double[] sorted = new double[values.length];
            int[] axes = shape.toArray();
            int[] index = new int[axes.length];
            for (double value : values) {
                int at = 0;
                for (int axis = 0; axis < axes.length; axis++) {
                    at = at * axes[axis] + index[axis];
                }
                sorted[at] = value;
                for (int axis = 0; axis < axes.length && ++index[axis] == axes[axis]; axis++) {
                    index[axis] = 0;
                }
            }
            return sorted;
        }
    }

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    /** NumPy leaves room for the first axis to grow to this many digits in place. */
    private static final int ROOM_TO_GROW = 21;

    private static final int LONGEST = 1 << 20;
    private static final Pattern DESCR = Pattern.compile("'descr':\\s*('[^']*'|\\[.*?\\])");
    private static final Pattern FORTRAN_ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

    /** Version 1.0, byte for byte as NumPy writes it. */
    static byte[] write(Shape shape, Precision precision) {
        String axes = Arrays.stream(shape.toArray()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String text = "{'descr': '" + precision.numpy() + "', 'fortran_order': False, 'shape': ("
                + (shape.rank() == 1 ? axes + "," : axes) + "), }";
        int grown = text.length()
                + (shape.rank() == 0
                        ? 0
                        : ROOM_TO_GROW - String.valueOf(shape.size(0)).length());
        int fixed = MAGIC.length + 4;
        int total = ((fixed + grown + 1) / ALIGNMENT + 1) * ALIGNMENT;
        ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (total - fixed));
        out.put(text.getBytes(StandardCharsets.US_ASCII));
        Arrays.fill(out.array(), out.position(), total - 1, (byte) ' ');
        out.array()[total - 1] = '\n';
        return out.array();
    }

    static NpyHeader read(Object file, InputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (!Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC) || start.length < MAGIC.length + 2) {
            throw new ArrayFileException(
                    file, "is not a .npy file; expected \\x93NUMPY at its start; write it with numpy.save");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 2 || start[MAGIC.length + 1] != 0) {
            throw new ArrayFileException(
                    file,
                    "has npy version " + version + "." + start[MAGIC.length + 1]
                            + "; expected 1.0 or 2.0; write it with numpy.save");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        long length = length(in.readNBytes(lengthBytes));
        if (length > LONGEST) {
            throw new ArrayFileException(
                    file, "says its header has " + length + " bytes; expected at most " + LONGEST + "; it was altered");
        }
        byte[] text = in.readNBytes((int) length);
        if (text.length < length || length == 0) {
            throw new ArrayFileException(file, "ends inside its header; it was cut off: write it again");
        }
        return parse(file, new String(text, StandardCharsets.ISO_8859_1), start.length + lengthBytes + (int) length);
    }

    private static long length(byte[] littleEndian) {
        byte[] eight = Arrays.copyOf(littleEndian, Long.BYTES);
        return ByteBuffer.wrap(eight).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static NpyHeader parse(Object file, String text, int bytes) throws ArrayFileException {
        String type = field(file, text, DESCR).replace("'", "");
        Precision precision = Precision.called(type, Precision::numpy)
                .orElseThrow(() -> new ArrayFileException(
                        file,
                        "has numbers of type " + type + "; expected one of " + Precision.all(Precision::numpy)
                                + "; convert it with array.astype('<f4')"));
        Order order = field(file, text, FORTRAN_ORDER).equals("True") ? Order.FORTRAN : Order.C;
        return new NpyHeader(precision, shape(file, field(file, text, SHAPE)), order, bytes);
    }

    private static String field(Object file, String text, Pattern field) throws ArrayFileException {
        Matcher matcher = field.matcher(text);
        if (!matcher.find()) {
            throw new ArrayFileException(
                    file,
                    "has a header without "
                            + field.pattern().substring(0, field.pattern().indexOf(':'))
                            + "; expected descr, fortran_order, shape; write it with numpy.save");
        }
        return matcher.group(1);
    }

    private static Shape shape(Object file, String axes) throws ArrayFileException {
        try {
            return Shape.of(Arrays.stream(axes.split(","))
                    .map(String::strip)
                    .filter(axis -> !axis.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray());
        } catch (IllegalArgumentException e) {
            throw new ArrayFileException(
                    file, "has shape (" + axes + "); expected axes of at least 1 and less than 2^31 elements");
        }
    }
}
