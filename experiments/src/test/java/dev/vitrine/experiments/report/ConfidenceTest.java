package dev.vitrine.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against published tables and R: binom.test, prop.test without correction, t.test, qt. */
class ConfidenceTest {

    private static final Offset<Double> FOUR_DIGITS = within(5e-5);

    private static void is(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
    }

    @Test
    void exactIntervalOfSevenOfTen() {
        is(Confidence.ofProportion(7, 10), 0.34755, 0.93326);
        assertThat(Confidence.ofProportion(7, 10).percent()).isEqualTo("70.0 % (34.8 to 93.3)");
    }

    @Test
    void exactIntervalOfNoneAndAll() {
        is(Confidence.ofProportion(0, 10), 0, 1 - Math.pow(0.025, 0.1));
        is(Confidence.ofProportion(10, 10), Math.pow(0.025, 0.1), 1);
        is(Confidence.ofProportion(1, 1), 0.025, 1);
    }

    @Test
    void exactIntervalMirrors() {
        Interval hits = Confidence.ofProportion(241, 277);
        Interval misses = Confidence.ofProportion(36, 277);
        is(hits, 1 - misses.high(), 1 - misses.low());
    }

    @Test
    void exactIntervalOfThousandsDoesNotUnderflow() {
        Interval many = Confidence.ofProportion(8100, 10_000);
        Interval score = Confidence.wilson(8100, 10_000);
        assertThat(many.low()).isCloseTo(score.low(), within(2e-4));
        assertThat(many.high()).isCloseTo(score.high(), within(2e-4));
    }

    @Test
    void scoreIntervalOfSevenOfTen() {
        is(Confidence.wilson(7, 10), 0.39677, 0.89221);
        is(Confidence.wilson(0, 10), 0, 0.27753);
    }

    @Test
    void studentQuantilesMatchTheTable() {
        double[] table = {12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622};
        for (int i = 0; i < table.length; i++) {
            assertThat(Confidence.studentQuantile(i + 1)).isCloseTo(table[i], FOUR_DIGITS);
        }
        assertThat(Confidence.studentQuantile(120)).isCloseTo(1.9799, FOUR_DIGITS);
    }

    @Test
    void meanOfFiveFolds() {
        Interval interval = Confidence.ofMean(new double[] {1, 2, 3, 4, 5});
        assertThat(interval.estimate()).isEqualTo(3);
        is(interval, 1.036757, 4.963243);
        assertThat(Confidence.standardDeviation(new double[] {1, 2, 3, 4, 5})).isCloseTo(1.581139, within(1e-6));
    }

    @Test
    void refusesWhatIsNoProportion() {
        assertThatThrownBy(() -> Confidence.ofProportion(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interval of a proportion: 3 of 2; expected 0 to n hits of n trials, n at least 1");
        assertThatThrownBy(() -> Confidence.ofMean(new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interval of a mean: 1 values; expected at least 2");
    }
}
