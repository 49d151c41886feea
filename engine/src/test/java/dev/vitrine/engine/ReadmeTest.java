package dev.vitrine.engine;

import static dev.vitrine.engine.op.conv.Conv1d.conv1d;
import static dev.vitrine.engine.op.elementwise.Relu.relu;
import static dev.vitrine.engine.op.pool.GlobalAvgPool.globalAvgPool1d;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The lines of Java in the README do what stands beside them. */
class ReadmeTest {
    @Test
    void linesPrintWhatTheReadmeSays() throws IOException {
        try (Device device = Devices.open("auto")) {
            Tensor x = Tensor.of(device, Shape.of(1, 1, 5), 1, 2, 3, 4, 5);
            Tensor w = Tensor.of(device, Shape.of(1, 1, 3), -1, 0, 1).requiresGrad();
            Tensor y = globalAvgPool1d(relu(conv1d(x, w, null, Window.of(3))));
            y.backward();
            String readme = Files.readString(Path.of(System.getProperty("vitrine.root"), "README.md"));
            assertThat(readme)
                    .contains("Tensor.of(device, Shape.of(1, 1, 5), 1, 2, 3, 4, 5);")
                    .contains("globalAvgPool1d(relu(conv1d(x, w, null, Window.of(3))));")
                    .contains("// " + y.item() + "\n")
                    .contains("// " + Arrays.toString(w.grad().toDoubles()) + "\n");
        }
    }
}
