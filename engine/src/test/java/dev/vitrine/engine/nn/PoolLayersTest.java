package dev.vitrine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.op.pool.CountPad;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolLayersTest {
    private final JavaDevice device = TestDevices.java();

    @AfterEach
    void close() {
        device.close();
    }

    private double[] forward(Module layer, Shape shape, double... x) {
        return Network.of(device, layer, 1).forward(Tensor.of(device, shape, x)).toDoubles();
    }

    @Test
    void strideIsAsLongAsTheKernel() {
        assertThat(forward(new MaxPool1d(2), Shape.of(1, 1, 5), 1, 4, 3, 2, 9)).containsExactly(4, 3);
        assertThat(forward(new AvgPool1d(2), Shape.of(1, 1, 5), 1, 4, 3, 2, 9)).containsExactly(2.5, 2.5);
        assertThat(forward(new MaxPool2d(2), Shape.of(1, 1, 2, 4), 1, 2, 3, 4, 5, 6, 7, 8))
                .containsExactly(6, 8);
        assertThat(forward(new AvgPool2d(2), Shape.of(1, 1, 2, 4), 1, 2, 3, 4, 5, 6, 7, 8))
                .containsExactly(3.5, 5.5);
    }

    @Test
    void averagesCountThePaddingUnlessToldOtherwise() {
        Window window = Window.of(2).padding(Padding.of(1, 0)).stride(2);
        assertThat(forward(new AvgPool1d(window, CountPad.INCLUDE), Shape.of(1, 1, 1), 6))
                .containsExactly(3);
        assertThat(forward(new AvgPool1d(window, CountPad.EXCLUDE), Shape.of(1, 1, 1), 6))
                .containsExactly(6);
        assertThat(new AvgPool1d(2).options()).containsEntry("count_include_pad", true);
        assertThat(new AvgPool2d(Window2d.of(2), CountPad.EXCLUDE).options()).containsEntry("count_include_pad", false);
    }

    @Test
    void globalLayersLeaveOneValuePerChannel() {
        double[] x = {1, 4, 3, 2, 9, 5};
        assertThat(forward(new GlobalAvgPool1d(), Shape.of(1, 2, 3), x)).containsExactly(8 / 3.0, 16 / 3.0);
        assertThat(forward(new GlobalMaxPool1d(), Shape.of(1, 2, 3), x)).containsExactly(4, 9);
        assertThat(forward(new GlobalAvgPool2d(), Shape.of(1, 1, 2, 3), x)).containsExactly(4);
        assertThat(forward(new GlobalMaxPool2d(), Shape.of(1, 1, 2, 3), x)).containsExactly(9);
    }

    @Test
    void adaptiveLayersLeaveAsManyValuesAsSaid() {
        assertThat(forward(new AdaptiveAvgPool1d(2), Shape.of(1, 1, 3), 1, 3, 6))
                .containsExactly(2, 4.5);
        assertThat(forward(new AdaptiveAvgPool2d(2, 1), Shape.of(1, 1, 2, 3), 1, 2, 3, 4, 5, 6))
                .containsExactly(2, 5);
        assertThat(new AdaptiveAvgPool1d(2).options()).isEqualTo(Map.of("output_size", 2));
        assertThat(new AdaptiveAvgPool2d(2, 1).options()).isEqualTo(Map.of("output_size", List.of(2, 1)));
    }

    @Test
    void summaryTellsShapesAndReceptiveField() {
        Module layers = new Sequential(
                new MaxPool2d(new Window2d(Window.of(3).stride(2), Window.of(5).stride(3))), new AvgPool2d(2));
        Summary summary = Summary.of(Network.of(device, layers, 1), Shape.of(1, 2, 9, 23));
        assertThat(summary.rows()).extracting(Summary.Row::type).containsExactly("MaxPool2d", "AvgPool2d");
        assertThat(summary.rows())
                .extracting(Summary.Row::out)
                .containsExactly(Shape.of(1, 2, 4, 7), Shape.of(1, 2, 2, 3));
        assertThat(summary.rows()).extracting(Summary.Row::receptiveField).containsExactly(5, 8);
        assertThat(summary.rows()).extracting(Summary.Row::jump).containsExactly(3, 6);
    }

    @Test
    void optionsHavePyTorchsNames() {
        assertThat(new MaxPool1d(Window.of(3).stride(2)).options())
                .isEqualTo(Map.of("kernel_size", 3, "stride", 2, "padding", "(0, 0)", "dilation", 1));
        assertThat(new MaxPool2d(new Window2d(Window.of(3), Window.of(5).dilation(2))).options())
                .isEqualTo(Map.of(
                        "kernel_size",
                        List.of(3, 5),
                        "stride",
                        List.of(1, 1),
                        "padding",
                        List.of("(0, 0)", "(0, 0)"),
                        "dilation",
                        List.of(1, 2)));
    }
}
