package dev.vitrine.experiments.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.bench.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerTest {
    @Test
    void whatIsComputedAsOneIsTunedAsOne() {
        List<Layer> layers = Layer.of(Work.W2, 3);
        assertThat(layers.stream().map(Layer::words))
                .containsExactly(
                        "W2 features.0",
                        "W2 features.1",
                        "W2 features.4",
                        "W2 features.5",
                        "W2 classifier.0",
                        "W2 classifier.1",
                        "W2 classifier.3");
        assertThat(layers.stream().map(Layer::input)).startsWith(Shape.of(3, 1, 10, 128));
        assertThat(layers.stream().map(Layer::first)).startsWith(true, false);
        assertThat(types(layers.get(1))).containsExactly("BatchNorm2d", "ReLU", "MaxPool2d");
        assertThat(types(layers.get(5))).containsExactly("Linear", "ReLU");
        assertThat(types(layers.get(6))).containsExactly("Linear");
    }

    private static List<String> types(Layer layer) {
        return layer.modules().get().stream().map(Module::type).toList();
    }
}
