package dev.vitrine.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.experiments.report.LineChart;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTest {
    private static Scaling.Point point(int size, double median) {
        return new Scaling.Point(size, new Timing(median, median, median, 1));
    }

    private static final Scaling MADE_UP = new Scaling(
            Work.W1, "java", 32, List.of(point(1, 3), point(4, 8)), List.of(point(1000, 5), point(2000, 10)));

    @Test
    void everyBatchIsTried() {
        try (Device device = new JavaDevice()) {
            Scaling scaling = Scaling.measure(Work.W3, device, new Effort(0, 0, 1, 1));
            assertThat(scaling.batches().stream().map(Scaling.Point::size)).containsExactly(1, 2, 4, 8, 16, 32, 64);
            assertThat(scaling.lengths()).isEmpty();
            assertThat(scaling.charts()).containsOnlyKeys("w3-by-batch");
        }
    }

    @Test
    void theTableSetsEachBesideTheLargest() {
        assertThat(MADE_UP.table())
                .containsPattern("1 +3.00 +3.00 +3.00 +1.50")
                .containsPattern("4 +8.00 +8.00 +8.00 +1.00")
                .containsPattern("1000 +5.00 +5.00 +5.00 +1.00");
    }

    @Test
    void theChartsHaveALineOfProportion() {
        assertThat(MADE_UP.charts()).containsOnlyKeys("w1-by-batch", "w1-by-length");
        LineChart chart = (LineChart) MADE_UP.charts().values().iterator().next();
        assertThat(chart.xLabel()).isEqualTo("items in a batch");
        assertThat(chart.yLabel()).isEqualTo("time of a step (ms)");
        assertThat(chart.series().get(0).y()).containsExactly(3, 8);
        assertThat(chart.series().get(1).y()).containsExactly(2, 8);
    }
}
