package dev.vitrine.audio.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a two-dimensional float array of NumPy. */
final class Npy {
    private static final Pattern SHAPE = Pattern.compile("'shape': \\((\\d+), (\\d+)\\)");

    private Npy() {}

    static double[][] read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[in.getShort(8)];
        in.position(10).get(header);
        String text = new String(header, StandardCharsets.US_ASCII);
        Matcher shape = SHAPE.matcher(text);
        if (!shape.find()) {
            throw new IOException(file + ": not a two-dimensional array: " + text);
        }
        boolean doubles = text.contains("'<f8'");
        boolean columnsFirst = text.contains("'fortran_order': True");
        double[][] values = new double[Integer.parseInt(shape.group(1))][Integer.parseInt(shape.group(2))];
        int rows = values.length;
        int columns = values[0].length;
        for (int i = 0; i < rows * columns; i++) {
            double value = doubles ? in.getDouble() : in.getFloat();
            values[columnsFirst ? i % rows : i / columns][columnsFirst ? i / rows : i % columns] = value;
        }
        return values;
    }
}
