package dev.vitrine.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {
    /** Twice the lower tail of a fair coin, at most 1, by hand: (1 + 10) / 1024, times 2; and so on. */
    @ParameterizedTest
    @CsvSource({"0,0,1", "1,0,1", "5,5,1", "9,1,0.021484375", "1,9,0.021484375", "0,6,0.03125", "10,2,0.03857421875"})
    void isTheExactTailOfAFairCoin(int onlyFirst, int onlySecond, double p) {
        assertThat(new McNemar(onlyFirst, onlySecond).p()).isCloseTo(p, within(1e-12));
    }

    @Test
    void manyClipsDoNotUnderflow() {
        assertThat(new McNemar(2000, 2100).p()).isBetween(0.1, 0.13);
        assertThat(new McNemar(3000, 100).p()).isBetween(0.0, 1e-12);
    }

    @Test
    void differenceIsSaidBelowFivePercent() {
        assertThat(new McNemar(9, 1).differ()).isTrue();
        assertThat(new McNemar(8, 2).differ()).isFalse();
    }

    @Test
    void refusesCountsBelowZero() {
        assertThatThrownBy(() -> new McNemar(-1, 2)).hasMessage("McNemar: -1 and 2; expected counts of at least 0");
    }
}
