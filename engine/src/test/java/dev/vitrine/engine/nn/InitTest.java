package dev.vitrine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class InitTest {
    record Table(List<GainRow> gains, List<Scale> scales, List<Matrix> orthogonal) {}

    record GainRow(String name, double slope, double value) {
        Gain ours() {
            return switch (name) {
                case "linear", "sigmoid" -> Gain.LINEAR;
                case "tanh" -> Gain.TANH;
                case "relu" -> Gain.RELU;
                case "selu" -> Gain.SELU;
                case "leaky_relu" -> Gain.leakyReLU(slope);
                default -> throw new IllegalArgumentException("the table names a gain " + name);
            };
        }
    }

    record Scale(
            String name, int[] shape, String fan, double gain, double low, double high, double mean, double deviation) {
        Init ours() {
            Fan way = fan.equals("out") ? Fan.OUT : Fan.IN;
            return switch (name) {
                case "kaiming_uniform" -> Init.kaimingUniform(way, new Gain(gain));
                case "kaiming_normal" -> Init.kaimingNormal(way, new Gain(gain));
                case "xavier_uniform" -> Init.xavierUniform(new Gain(gain));
                case "xavier_normal" -> Init.xavierNormal(new Gain(gain));
                default -> throw new IllegalArgumentException("the table names an initialiser " + name);
            };
        }

        /** What PyTorch's arguments make of our random numbers. */
        double next(Rng rng) {
            return name.endsWith("uniform") ? rng.uniform(low, high) : mean + deviation * rng.gaussian();
        }
    }

    record Matrix(int[] shape, double gain, double[] drawn, double[] values) {}

    private static Table table() throws IOException {
        try (InputStream in = InitTest.class.getResourceAsStream("/golden/init.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(in), Table.class);
        }
    }

    @Test
    void gainsArePyTorchs() throws IOException {
        assertThat(table().gains()).hasSize(6);
        for (GainRow row : table().gains()) {
            assertThat(row.ours().value()).as(row.name()).isCloseTo(row.value(), within(1e-15));
        }
    }

    @TestFactory
    Stream<DynamicNode> boundsAndDeviationsArePyTorchs() throws IOException {
        return table().scales().stream()
                .map(row -> dynamicTest(row.name() + row.fan() + Arrays.toString(row.shape()), () -> {
                    double[] values = row.ours().values(Shape.of(row.shape()), new Rng(3));
                    Rng rng = new Rng(3);
                    for (double value : values) {
                        assertThat(value).isCloseTo(row.next(rng), within(1e-14));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> orthogonalMatrixOfTheSameNumbersIsPyTorchs() throws IOException {
        return table().orthogonal().stream()
                .map(row -> dynamicTest(Arrays.toString(row.shape()), () -> {
                    int rows = row.shape()[0];
                    double[] q = Orthogonal.of(row.drawn(), rows, row.drawn().length / rows);
                    assertThat(Arrays.stream(q).map(v -> v * row.gain()).toArray())
                            .containsExactly(row.values(), within(1e-13));
                }));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17, 200})
    void orthogonalRowsStandAtRightAngles(int rows) {
        int columns = 20 * 9;
        double[] w = Init.orthogonal(new Gain(2)).values(Shape.of(rows, 20, 9), new Rng(1));
        boolean byRow = rows <= columns;
        int count = Math.min(rows, columns);
        for (int a = 0; a < count; a++) {
            for (int b = 0; b <= a; b++) {
                double dot = 0;
                for (int i = 0; i < Math.max(rows, columns); i++) {
                    dot += byRow ? w[a * columns + i] * w[b * columns + i] : w[i * columns + a] * w[i * columns + b];
                }
                assertThat(dot).isCloseTo(a == b ? 4 : 0, within(1e-13));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeros",
                "ones",
                "uniform",
                "normal",
                "xavier_uniform",
                "xavier_normal",
                "kaiming_uniform",
                "kaiming_normal",
                "orthogonal",
                "glorot_uniform",
                "glorot_normal",
                "he_uniform",
                "he_normal"
            })
    void everyNameFollowsTheSeed(String name) {
        Shape shape = Shape.of(6, 4, 3);
        double[] first = Init.named(name).values(shape, Rng.of(1, 0));
        assertThat(first).hasSize(72);
        assertThat(Init.named(name).values(shape, Rng.of(1, 0))).containsExactly(first);
        if (!name.equals("zeros") && !name.equals("ones")) {
            assertThat(Init.named(name).values(shape, Rng.of(2, 0))).isNotEqualTo(first);
        }
    }

    @Test
    void namesHavePyTorchsDefaults() {
        Shape shape = Shape.of(5, 4);
        Rng rng = new Rng(4);
        assertThat(Init.named("zeros").values(shape, rng)).containsOnly(0);
        assertThat(Init.named("ones").values(shape, rng)).containsOnly(1);
        assertThat(Init.named("uniform").values(shape, new Rng(4))[0]).isEqualTo(new Rng(4).nextDouble());
        assertThat(Init.named("normal").values(shape, new Rng(4))[0]).isEqualTo(new Rng(4).gaussian());
        assertThat(Init.named("he_normal").values(shape, new Rng(4)))
                .containsExactly(Init.kaimingNormal(Fan.IN, Gain.RELU).values(shape, new Rng(4)));
        assertThat(Init.named("glorot_uniform").values(shape, new Rng(4)))
                .containsExactly(Init.xavierUniform(Gain.LINEAR).values(shape, new Rng(4)));
    }

    @Test
    void wrongUseIsRefused() {
        assertThatThrownBy(() -> Init.named("xavier"))
                .hasMessage("initialiser xavier is unknown; there are zeros, ones, uniform, normal, xavier_uniform,"
                        + " xavier_normal, kaiming_uniform, kaiming_normal, orthogonal");
        assertThatThrownBy(() -> Init.heNormal().values(Shape.of(3), new Rng(1)))
                .hasMessage("kaiming_normal: wants a weight of at least 2 axes, as [O, C] or [O, C, K], got [3]");
        assertThatThrownBy(() -> Init.orthogonal(Gain.LINEAR).values(Shape.of(3), new Rng(1)))
                .hasMessage("orthogonal: wants a weight of at least 2 axes, as [O, C] or [O, C, K], got [3]");
        assertThatThrownBy(() -> new Gain(0)).hasMessage("gain must be a number above 0, got 0.0");
    }
}
