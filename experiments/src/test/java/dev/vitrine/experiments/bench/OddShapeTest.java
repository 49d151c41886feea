package dev.vitrine.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.experiments.model.DevicesUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class OddShapeTest {
    /** Multiply-adds of conv1d 10 to 10 in 5 groups, 3 taps, over the 8007 places of 7 items: 10 * 2 * 3 * 8007 * 7. */
    private static final double OPERATIONS = 2.0 * 10 * 2 * 3 * 8_007 * 7;

    @Test
    void everyPartHasTheLayersMultiplyAdds() {
        OddShape shape = OddShape.all().stream()
                .filter(each -> each.words().equals("conv1d 10 to 10, k 3 g 5, 7 x 8009"))
                .findFirst()
                .orElseThrow();
        try (OpenClDevice device = (OpenClDevice)
                DevicesUnderTest.openCl().findFirst().orElseThrow().get()) {
            OddShape.Times times = shape.measure(device, new Roof(1e9, 1e15, 1e15, 1, 1));
            for (OddShape.Part part : List.of(times.forward(), times.data(), times.weights())) {
                assertThat(part.gigaflops() * part.milliseconds() * 1e6).isCloseTo(OPERATIONS, within(1.0));
                assertThat(part.floorMilliseconds()).isCloseTo(OPERATIONS / 1e6, within(1e-9));
                assertThat(part.shareOfRoof()).isPositive();
            }
            assertThat(BenchTables.oddShapes(List.of(times)))
                    .contains("conv1d 10 to 10, k 3 g 5")
                    .satisfies(text -> assertThat(text.lines())
                            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80)));
        }
    }

    @Test
    void noTwoShapesAreTheSame() {
        assertThat(OddShape.all().stream().map(OddShape::words))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(15);
    }
}
