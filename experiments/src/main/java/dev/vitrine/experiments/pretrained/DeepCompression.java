package dev.vitrine.experiments.pretrained;

import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads weights of which most are zero and the others take one of 256 values.
 *
 * <pre>
 * u32 count            for each kernel: how many entries follow
 * for each kernel:     f32 value[256], f32 bias[O], u8 code[count], u4 gap[count], the low half of a byte first
 * weight[at] = value[code],   at = at before + gap + 1
 * </pre>
 *
 * A gap over 15 takes several entries, whose value is zero.
 *
 * <p>Source: Han, Mao and Dally, "Deep Compression", ICLR 2016, section 2.
 */
final class DeepCompression {
    private static final int VALUES = 256;

    private final Path file;
    private final ByteBuffer bytes;

    private DeepCompression(Path file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @param kernels their shapes by path, in the order of the file; the first axis is that of the output channels
     * @throws IOException if it is not a file of these kernels; one line
     */
    static Weights read(Path file, Map<String, Shape> kernels) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        return new DeepCompression(file, bytes).weights(kernels);
    }

    private Weights weights(Map<String, Shape> kernels) throws IOException {
        Map<String, HostArray> arrays = new HashMap<>();
        try {
            int[] counts = new int[kernels.size()];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = bytes.getInt();
            }
            int layer = 0;
            for (Map.Entry<String, Shape> kernel : kernels.entrySet()) {
                readKernel(kernel.getKey(), kernel.getValue(), counts[layer], arrays);
                layer++;
            }
        } catch (BufferUnderflowException e) {
            throw new IOException(file + ": cut off", e);
        }
        if (bytes.hasRemaining()) {
            throw new IOException(file + ": " + bytes.remaining() + " bytes more than its kernels take");
        }
        return new Weights(arrays);
    }

    private void readKernel(String path, Shape shape, int count, Map<String, HostArray> arrays) throws IOException {
        if (count < 0 || count > bytes.remaining()) {
            throw new IOException(file + ": " + path + " has " + count + " entries; the file has not as many bytes");
        }
        double[] values = floats(VALUES);
        Shape outputs = Shape.of(shape.size(0));
        arrays.put(path + ".bias", new HostArray(outputs, floats(outputs.elements())));
        byte[] codes = new byte[count];
        bytes.get(codes);
        byte[] gaps = new byte[(count + 1) / 2];
        bytes.get(gaps);
        double[] weights = new double[shape.elements()];
        int at = -1;
        for (int i = 0; i < count; i++) {
            at += 1 + (i % 2 == 0 ? gaps[i / 2] & 15 : (gaps[i / 2] >> 4) & 15);
            if (at < weights.length) {
                weights[at] = values[codes[i] & 255];
            } else if (values[codes[i] & 255] != 0) {
                throw new IOException(file + ": " + path + " has an entry behind its end at " + weights.length);
            }
        }
        arrays.put(path + ".weight", new HostArray(shape, weights));
    }

    private double[] floats(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = bytes.getFloat();
        }
        return values;
    }
}
