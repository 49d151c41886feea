package dev.vitrine.engine.io;

import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes one checkpoint after another until it is killed; all numbers of a checkpoint are its step. */
final class KilledWriterMain {
    private KilledWriterMain() {}

    public static void main(String[] arguments) throws IOException {
        int step = Integer.parseInt(arguments[1]);
        while (true) {
            double[] values = new double[200_000];
            Arrays.fill(values, step);
            Map<String, HostArray> arrays = Map.of("weight", new HostArray(Shape.of(values.length), values));
            new Checkpoint(List.of(), Map.of("step", step), arrays)
                    .write(Path.of(arguments[0]), "last", Precision.FLOAT32);
            System.out.println(step);
            step++;
        }
    }
}
