package dev.vitrine.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Timing.of(new double[] {9, 1, 2})).isEqualTo(new Timing(2, 1, 9, 3));
        assertThat(Timing.of(new double[] {9, 1, 2, 4})).isEqualTo(new Timing(3, 1, 9, 4));
    }

    @Test
    void warmUpDoesNotCount() {
        int[] runs = {0};
        Timing timing = Timing.measure(() -> runs[0]++, new Effort(0, 0, 5, 7));
        assertThat(timing.count()).isEqualTo(5);
        assertThat(runs[0]).isEqualTo(3 + 5);
        assertThat(timing.min()).isLessThanOrEqualTo(timing.median());
        assertThat(timing.median()).isLessThanOrEqualTo(timing.max());
    }

    @Test
    void stopsAtTheMost() {
        assertThat(Timing.measure(() -> {}, new Effort(0, 100, 1, 6)).count()).isEqualTo(6);
    }

    @Test
    void aThirdOfTheSecondsWarmsUp() {
        assertThat(Effort.USUAL.lasting(6)).isEqualTo(new Effort(2, 6, 10, 10_000));
    }

    @Test
    void refusesAnEffortThatNeverEnds() {
        assertThatThrownBy(() -> new Effort(1, 1, 5, 4))
                .hasMessage("effort: expected no negative seconds and 1 <= fewest <= most, got 1.0 s, 1.0 s, 5, 4");
    }

    @Test
    void warmsUpForItsSecondsHoweverManyStepsTheyAre() {
        int[] runs = {0};
        Timing.measure(() -> runs[0]++, new Effort(0.05, 0, 1, 1));
        assertThat(runs[0]).isGreaterThan(100);
    }
}
