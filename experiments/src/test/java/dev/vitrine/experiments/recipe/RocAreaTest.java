package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RocAreaTest {
    private static List<ClipVerdict> verdicts(double[] shown, double[] others) {
        List<ClipVerdict> verdicts = new ArrayList<>();
        for (double p : others) {
            verdicts.add(verdict(0, p));
        }
        for (double p : shown) {
            verdicts.add(verdict(1, p));
        }
        return verdicts;
    }

    private static ClipVerdict verdict(int truth, double p) {
        return new ClipVerdict("clip", truth, List.of(new ClipVerdict.Part(List.of(1 - p, p), true)));
    }

    /** V10 = V01 = (1, 1, 2/3): each has variance 1/27. */
    @Test
    void countsPairsAndTheirVariance() {
        RocArea area = RocArea.of(verdicts(new double[] {0.9, 0.8, 0.4}, new double[] {0.7, 0.3, 0.1}), 1);
        assertThat(area.area()).isEqualTo(8.0 / 9, within(1e-12));
        assertThat(area.deviation()).isEqualTo(Math.sqrt(2.0 / 81), within(1e-12));
        assertThat(area.interval().low()).isBetween(0.0, 8.0 / 9);
        assertThat(area.interval().high()).isBetween(8.0 / 9, 1.0);
    }

    @Test
    void tiesCountHalf() {
        assertThat(RocArea.of(verdicts(new double[] {0.5, 0.5}, new double[] {0.5, 0.5}), 1)
                        .area())
                .isEqualTo(0.5);
    }

    @Test
    void faultlessOrderHasAnIntervalAllTheSame() {
        RocArea area = RocArea.of(verdicts(new double[] {0.9, 0.8, 0.7}, new double[] {0.3, 0.2, 0.1, 0.0}), 1);
        assertThat(area.area()).isEqualTo(1);
        assertThat(area.interval().low()).isEqualTo(0.292, within(1e-3)); // 0.025^(1/3)
    }

    @Test
    void curveStepsOverTiesAtOnce() {
        List<RocArea.Point> curve = RocArea.curve(verdicts(new double[] {0.9, 0.5}, new double[] {0.5, 0.1}), 1);
        assertThat(curve)
                .containsExactly(
                        new RocArea.Point(0, 0),
                        new RocArea.Point(0, 0.5),
                        new RocArea.Point(0.5, 1),
                        new RocArea.Point(1, 1));
    }

    @Test
    void refusesTooFewClips() {
        assertThatThrownBy(() -> RocArea.of(verdicts(new double[] {0.9}, new double[] {0.5, 0.1}), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("area under the curve: 1 clips of the class and 2 others; expected at least 2 of both");
    }
}
