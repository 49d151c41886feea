package dev.vitrine.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void zerosAtTheEndAreLeftOut() {
        assertThat(Digits.of(2.5, 4)).isEqualTo("2.5");
        assertThat(Digits.of(1000, 4)).isEqualTo("1000");
        assertThat(Digits.of(-0.00001, 4)).isEqualTo("0");
        assertThat(Digits.of(1 / 3.0, 4)).isEqualTo("0.3333");
    }

    @Test
    void whatIsNoFiniteNumberHasAName() {
        assertThat(Digits.of(Double.NaN, 4)).isEqualTo("nan");
        assertThat(Digits.of(Double.NEGATIVE_INFINITY, 4)).isEqualTo("-inf");
    }

    @Test
    void drawingsHaveATrueMinusSign() {
        assertThat(Digits.drawn(-1.239)).isEqualTo("\u22121.24");
    }
}
