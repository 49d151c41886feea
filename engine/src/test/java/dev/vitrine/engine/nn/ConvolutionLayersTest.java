package dev.vitrine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConvolutionLayersTest {
    private static final Window2d TALL = new Window2d(
            Window.of(5).stride(2).padding(Padding.of(1, 1)), Window.of(3).padding(Padding.SAME));

    private final JavaDevice device = TestDevices.java();

    @AfterEach
    void close() {
        device.close();
    }

    private Summary.Row onlyRow(Module layer, int... input) {
        List<Summary.Row> rows =
                Summary.of(Network.of(device, layer, 1), Shape.of(input)).rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void denseLayerOnAnImageIsCounted() {
        Summary.Row row = onlyRow(new Conv2d(3, 8, TALL, Init.heNormal()), 1, 3, 11, 13);
        assertThat(row.out()).isEqualTo(Shape.of(1, 8, 5, 13));
        assertThat(row.trainable()).isEqualTo(8 * 3 * 5 * 3 + 8);
        assertThat(row.multiplyAdds()).isEqualTo(8 * 5 * 13 * 3 * 5 * 3);
        assertThat(row.receptiveField()).isEqualTo(3);
    }

    @Test
    void groupsDivideTheWorkOnAnImage() {
        Conv2d layer = new Conv2d(Channels.of(6, 4).groups(2), TALL, Bias.NONE, Init.heNormal());
        Summary.Row row = onlyRow(layer, 1, 6, 11, 13);
        assertThat(row.trainable()).isEqualTo(4 * 3 * 5 * 3);
        assertThat(row.multiplyAdds()).isEqualTo(4 * 5 * 13 * 3 * 5 * 3);
    }

    @Test
    void depthwiseLayerOnARowIsCounted() {
        Conv1d layer = new Conv1d(Channels.depthwise(5, 2), Window.of(3), Bias.TRAINED, Init.heNormal());
        Summary.Row row = onlyRow(layer, 1, 5, 9);
        assertThat(row.out()).isEqualTo(Shape.of(1, 10, 7));
        assertThat(row.trainable()).isEqualTo(10 * 3 + 10);
        assertThat(row.multiplyAdds()).isEqualTo(10 * 7 * 3);
    }

    @Test
    void optionsHavePyTorchsNames() {
        assertThat(new Conv2d(Channels.of(6, 4).groups(2), TALL, Bias.NONE, Init.heNormal()).options())
                .isEqualTo(Map.of(
                        "in_channels",
                        6,
                        "out_channels",
                        4,
                        "groups",
                        2,
                        "bias",
                        false,
                        "kernel_size",
                        List.of(5, 3),
                        "stride",
                        List.of(2, 1),
                        "padding",
                        List.of("(1, 1)", "same"),
                        "dilation",
                        List.of(1, 1)));
    }

    @Test
    void layerWithoutBiasHasNoBias() {
        Conv1d layer = new Conv1d(Channels.of(2, 4), Window.of(3), Bias.NONE, Init.heNormal());
        assertThat(layer.parameters().keySet()).containsExactly("weight");
    }

    @Test
    void rejectsGroupsThatDoNotDivide() {
        assertThatThrownBy(() -> Channels.of(5, 4).groups(2))
                .hasMessage("5 input channels cannot be divided into 2 groups of equal size");
        assertThatThrownBy(() -> Channels.of(4, 5).groups(2))
                .hasMessage("5 output channels cannot be divided into 2 groups of equal size");
    }

    @Test
    void rejectsChannelsAndGroupsBelowOne() {
        assertThatThrownBy(() -> Channels.of(0, 4)).hasMessage("input channels must be at least 1, got 0");
        assertThatThrownBy(() -> Channels.of(4, -1)).hasMessage("output channels must be at least 1, got -1");
        assertThatThrownBy(() -> Channels.of(4, 4).groups(0)).hasMessage("groups must be at least 1, got 0");
    }
}
