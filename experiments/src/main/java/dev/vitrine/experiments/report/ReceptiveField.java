package dev.vitrine.experiments.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of the input one unit of each layer sees.
 *
 * <p>{@code field[n] = field[n-1] + (kernel[n] − 1) · dilation[n] · jump[n-1]} and
 * {@code jump[n] = jump[n-1] · stride[n]}, from {@code field[0] = jump[0] = 1}, in samples.
 *
 * <p>CSV columns: {@code layer, kernel, stride, dilation}, {@code jump (samples)},
 * {@code field (samples)}, {@code field (ms)}.
 *
 * @param title what one should see
 * @param sampleRate of the input, in Hz
 * @param layers from the input upwards
 */
public record ReceptiveField(String title, int sampleRate, List<Layer> layers) implements Chart {

    /**
     * A layer that looks at neighbours.
     *
     * @param name as the network calls it
     * @param kernel taps, at least 1
     * @param stride at least 1
     * @param dilation distance of two taps, 1 for neighbours
     */
    public record Layer(String name, int kernel, int stride, int dilation) {
        /** A layer whose taps are neighbours. */
        public Layer(String name, int kernel, int stride) {
            this(name, kernel, stride, 1);
        }
    }

    /**
     * What a unit of one layer sees.
     *
     * @param samples width of the field
     * @param jump samples between the fields of two neighbouring units
     */
    record Field(long samples, long jump) {}

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no layer, or a number below 1
     */
    public ReceptiveField {
        Check.title("receptive field", title);
        if (sampleRate < 1) {
            throw new IllegalArgumentException(
                    "chart '" + title + "': the sample rate must be at least 1 Hz, not " + sampleRate);
        }
        layers = Check.some(title, "layers", layers);
        for (Layer layer : layers) {
            if (layer.kernel() < 1 || layer.stride() < 1 || layer.dilation() < 1) {
                throw new IllegalArgumentException("chart '" + title + "', '" + layer.name() + "': kernel "
                        + layer.kernel() + ", stride " + layer.stride() + ", dilation " + layer.dilation()
                        + "; expected at least 1 each");
            }
        }
    }

    /** One field per layer. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        Field below = new Field(1, 1);
        for (Layer layer : layers) {
            long samples = below.samples() + (layer.kernel() - 1L) * layer.dilation() * below.jump();
            below = new Field(samples, below.jump() * layer.stride());
            fields.add(below);
        }
        return fields;
    }

    double milliseconds(Field field) {
        return 1000.0 * field.samples() / sampleRate;
    }

    @Override
    public Picture picture() {
        return new ReceptiveFieldPainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns(
                "layer", "kernel", "stride", "dilation", "jump (samples)", "field (samples)", "field (ms)");
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            Field field = fields().get(i);
            table.add(
                    layer.name(),
                    layer.kernel(),
                    layer.stride(),
                    layer.dilation(),
                    field.jump(),
                    field.samples(),
                    milliseconds(field));
        }
        return table;
    }
}
