package dev.vitrine.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void constantStays() {
        assertThat(Schedule.constant(0.3).at(0)).isEqualTo(0.3);
        assertThat(Schedule.constant(0.3).at(7)).isEqualTo(0.3);
    }

    @Test
    void cosineFallsFromTheRateToZero() {
        Schedule schedule = Schedule.cosine(0.2, 100);
        assertThat(schedule.at(0)).isEqualTo(0.2);
        assertThat(schedule.at(25)).isCloseTo(0.1 + 0.1 * Math.sqrt(0.5), within(1e-15));
        assertThat(schedule.at(50)).isCloseTo(0.1, within(1e-15));
        assertThat(schedule.at(100)).isZero();
    }

    @Test
    void cosineDoesNotRiseAgain() {
        assertThat(Schedule.cosine(0.2, 100).at(150)).isZero();
    }

    @Test
    void warmUpRisesInEqualStepsToTheWholeRate() {
        Schedule schedule = Schedule.constant(0.4).warmUp(4);
        assertThat(schedule.at(0)).isCloseTo(0.1, within(1e-15));
        assertThat(schedule.at(2)).isCloseTo(0.3, within(1e-15));
        assertThat(schedule.at(3)).isEqualTo(0.4);
        assertThat(schedule.at(100)).isEqualTo(0.4);
    }

    @Test
    void warmUpMeetsTheScheduleThatItBegins() {
        Schedule cosine = Schedule.cosine(0.2, 100);
        assertThat(cosine.warmUp(10).at(4)).isCloseTo(cosine.at(4) / 2, within(1e-15));
        assertThat(cosine.warmUp(10).at(10)).isEqualTo(cosine.at(10));
        assertThat(cosine.warmUp(0).at(0)).isEqualTo(0.2);
    }

    @Test
    void wrongLengthsAreRefused() {
        assertThatThrownBy(() -> Schedule.cosine(0.2, 0))
                .hasMessage("cosine schedule: steps must be at least 1, got 0");
        assertThatThrownBy(() -> Schedule.constant(0.2).warmUp(-1))
                .hasMessage("warm-up: steps must not be negative, got -1");
    }
}
