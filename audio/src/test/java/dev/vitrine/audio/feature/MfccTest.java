package dev.vitrine.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MfccTest {
    @Test
    void allCoefficientsKeepTheSumOfSquares() {
        double[][] levels = {{3}, {-1}, {4}, {-1}, {5}};
        double sum = 0;
        for (double[] row : Mfcc.of(5).of(levels)) {
            sum += row[0] * row[0];
        }
        assertThat(sum).isCloseTo(9 + 1 + 16 + 1 + 25, within(1e-12));
    }

    @Test
    void refusesCoefficientsThatCannotBe() {
        assertThatThrownBy(() -> Mfcc.of(0)).hasMessage("there must be at least 1 coefficient, got 0");
        assertThatThrownBy(() -> new Mfcc(3, -1)).hasMessage("lifter must be at least 0, got -1");
        assertThatThrownBy(() -> Mfcc.of(3).of(new double[2][1]))
                .hasMessage("3 coefficients need as many mel bands, got 2 mel bands");
    }

    @Test
    void deltaOfAPolynomialIsItsDerivative() {
        double[][] curve = new double[1][12];
        for (int t = 0; t < 12; t++) {
            curve[0][t] = 5 - 2 * t + 0.25 * t * t;
        }
        assertThat(Delta.second().of(curve)[0]).containsOnly(new double[] {0.5}, within(1e-12));
        assertThat(Delta.first().of(curve)[0][6]).isCloseTo(-2 + 0.5 * 6, within(1e-12));
    }

    @Test
    void refusesADeltaThatCannotBe() {
        assertThatThrownBy(() -> new Delta(4, 1)).hasMessage("width must be odd and at least 3, got 4");
        assertThatThrownBy(() -> new Delta(3, 3)).hasMessage("order must be 1 to 2, got 3");
        assertThatThrownBy(() -> Delta.first().of(new double[1][8]))
                .hasMessage("a delta over 9 frames needs as many, got 8 frames");
    }
}
