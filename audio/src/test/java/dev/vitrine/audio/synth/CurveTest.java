package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveTest {
    private static final Curve CURVE = new Curve(1, 4, 2, 2, 0);

    @Test
    void goesThroughItsPoints() {
        double[] expected = {1, 4, 2, 2, 0};
        for (int i = 0; i < expected.length; i++) {
            assertThat(CURVE.at(i / 4.0)).isEqualTo(expected[i]);
        }
    }

    @Test
    void staysBetweenNeighbouringPointsAndOnTheirSide() {
        for (double t = 0; t <= 0.25; t += 0.001) {
            assertThat(CURVE.at(t)).isBetween(1.0, 4.0);
            assertThat(CURVE.at(t + 0.25)).isBetween(2.0, 4.0);
            assertThat(CURVE.at(t + 0.5)).isBetween(2.0 - 1e-12, 2.0 + 1e-12);
            assertThat(CURVE.at(t + 0.75)).isBetween(-1e-12, 2.0 + 1e-12);
        }
    }

    @Test
    void hasNoKinks() {
        double step = 1e-4;
        for (double t = 2 * step; t < 1 - 2 * step; t += step) {
            double before = (CURVE.at(t) - CURVE.at(t - step)) / step;
            double after = (CURVE.at(t + step) - CURVE.at(t)) / step;
            assertThat(after).isCloseTo(before, within(0.1));
        }
    }

    @Test
    void isStraightThroughTwoPointsAndHeldOutside() {
        Curve line = new Curve(10, 20);
        assertThat(line.at(0.3)).isCloseTo(13, within(1e-12));
        assertThat(line.at(-1)).isEqualTo(10);
        assertThat(line.at(2)).isEqualTo(20);
        assertThat(line.scaled(3).at(0.5)).isCloseTo(45, within(1e-12));
    }

    @Test
    void varyingMovesEachPointByAShareOfItself() {
        Curve varied = CURVE.varied(0.1, new Dice(1));
        assertThat(varied.at(0)).isBetween(0.9, 1.1).isNotEqualTo(1);
        assertThat(varied.at(0.25)).isBetween(3.6, 4.4).isNotEqualTo(4);
        assertThat(varied.at(1)).isZero();
    }

    @Test
    void isThrownBetweenTwoCurves() {
        Curve thrown = CURVE.upTo(new Curve(1, 8, 3, 2, 1), new Dice(1));
        assertThat(thrown.at(0)).isEqualTo(1);
        assertThat(thrown.at(0.25)).isBetween(4.0, 8.0).isNotEqualTo(4);
        assertThat(thrown.at(1)).isBetween(0.0, 1.0).isNotEqualTo(0);
    }

    @Test
    void rejectsOnePoint() {
        assertThatThrownBy(() -> new Curve(1)).hasMessage("a curve needs at least 2 points, got 1");
    }
}
