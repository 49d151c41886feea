package dev.vitrine.engine.nn;

import static dev.vitrine.engine.op.linear.Linear.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.inspect.Trace;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private final JavaDevice device = TestDevices.java();

    @AfterEach
    void close() {
        device.close();
    }

    /** A module of a student's own. */
    private static final class Scale extends Module {
        private final Parameter factor = parameter("weight", Shape.of(1, 1), Init.constant(3));

        @Override
        protected Tensor compute(Tensor x) {
            return linear(x, factor.tensor(), null);
        }
    }

    private static Module small() {
        return new Sequential(
                new Conv1d(1, 2, Window.of(3), Init.glorotUniform()),
                new BatchNorm1d(2),
                new ReLU(),
                new GlobalAvgPool1d(),
                new Linear(2, 1, Init.heNormal()));
    }

    private static double[] values(Network network, String path) {
        return Objects.requireNonNull(network.state().get(path)).toDoubles();
    }

    @Test
    void everyArrayHasAPathAndPyTorchsName() {
        assertThat(Network.of(device, small(), 1).state().keySet())
                .containsExactly(
                        "0.weight",
                        "0.bias",
                        "1.weight",
                        "1.bias",
                        "1.running_mean",
                        "1.running_var",
                        "4.weight",
                        "4.bias");
    }

    @Test
    void countsTrainedValuesAndStatisticsApart() {
        Network network = Network.of(device, small(), 1);
        assertThat(network.trainableCount()).isEqualTo(6 + 2 + 2 + 2 + 2 + 1);
        assertThat(network.totalCount()).isEqualTo(network.trainableCount() + 4);
    }

    @Test
    void frozenValuesAreNotAmongTheTrainable() {
        Network network = Network.of(device, small(), 1).freeze("0").freeze("4.bias");
        assertThat(network.trainableCount()).isEqualTo(2 + 2 + 2);
        assertThat(network.totalCount()).isEqualTo(15 + 4);
        Summary summary = Summary.of(network, Shape.of(1, 1, 9));
        assertThat(summary.trainable()).isEqualTo(6);
        assertThat(summary.rows()).extracting(Summary.Row::trainable).containsExactly(0, 4, 0, 0, 2);
        assertThat(summary.rows()).extracting(Summary.Row::statistics).containsExactly(0, 4, 0, 0, 0);
        assertThat(network.unfreeze("0").trainableCount()).isEqualTo(14);
    }

    @Test
    void firstValuesFollowTheSeed() {
        double[] first = values(Network.of(device, small(), 1), "0.weight");
        assertThat(values(Network.of(device, small(), 1), "0.weight")).containsExactly(first);
        assertThat(values(Network.of(device, small(), 2), "0.weight")).isNotEqualTo(first);
        assertThat(DoubleStream.of(first).map(Math::abs).max().orElseThrow()).isBetween(0.01, Math.sqrt(6.0 / (3 + 6)));
    }

    @Test
    void ownModuleIsAFewLines() {
        Network network = Network.of(device, new Scale(), 1);
        assertThat(network.forward(Tensor.of(device, Shape.of(2, 1), 1, -2)).toDoubles())
                .containsExactly(3, -6);
    }

    @Test
    void parameterOnNoDeviceSaysWhatToDo() {
        assertThatThrownBy(() -> new Scale().forward(Tensor.zeros(device, 2, 1)))
                .hasMessage("parameter of shape [1, 1] is on no device yet: make a Network of the module first");
    }

    @Test
    void observerSeesEveryLayerByPath() {
        Network network = Network.of(device, small(), 1);
        List<String> paths = new ArrayList<>();
        network.forward(
                Tensor.zeros(device, 2, 1, 9), (path, module, in, out) -> paths.add(path + " " + module.type()));
        assertThat(paths)
                .containsExactly("0 Conv1d", "1 BatchNorm1d", "2 ReLU", "3 GlobalAvgPool1d", "4 Linear", " Sequential");
        paths.clear();
        network.forward(Tensor.zeros(device, 2, 1, 9));
        assertThat(paths).isEmpty();
    }

    @Test
    void modeSaysWhichStatisticsAreUsed() {
        Network network = Network.of(device, small(), 1);
        Tensor x = Tensor.of(device, Shape.of(1, 1, 4), 1, 5, 2, 9);
        network.mode(Mode.EVALUATION).forward(x);
        assertThat(values(network, "1.running_var")).containsOnly(1);
        network.mode(Mode.TRAINING).forward(x);
        assertThat(values(network, "1.running_var")).doesNotContain(1);
    }

    @Test
    void summaryTellsShapesWorkAndReceptiveField() {
        Summary summary = Summary.of(Network.of(device, small(), 1), Shape.of(1, 1, 9));
        assertThat(summary.rows()).extracting(Summary.Row::path).containsExactly("0", "1", "2", "3", "4");
        assertThat(summary.rows().get(0).out()).isEqualTo(Shape.of(1, 2, 7));
        assertThat(summary.rows().get(0).multiplyAdds()).isEqualTo(7 * 2 * 3);
        assertThat(summary.rows().get(2).receptiveField()).isEqualTo(3);
        assertThat(summary.multiplyAdds()).isEqualTo(42 + 2);
    }

    @Test
    void traceHoldsEveryValueByPath() {
        Network network = Network.of(device, small(), 1);
        Trace trace = Trace.of(network, new HostArray(Shape.of(1, 1, 4), new double[] {1, 5, 2, 9}));
        assertThat(trace.values().keySet())
                .contains("input", "0.weight", "0.out", "1.running_mean", "2.out", "3.out", "4.out", "out");
        assertThat(DoubleStream.of(trace.out("2").values()).min().orElseThrow()).isNotNegative();
        assertThat(trace.out("4").values()).isEqualTo(trace.get("out").values());
        assertThatThrownBy(() -> trace.get("9.out")).hasMessageStartingWith("no value 9.out in the trace; there are [");
    }
}
