package dev.vitrine.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ThisProcessTest {
    @Test
    void theAgeIsTheTimeSinceTheStartField() {
        String fields = "S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 1250 20 21";
        assertThat(ThisProcess.age("42 (a (b) c) " + fields, "20.75 38.10")).isCloseTo(20.75 - 12.5, within(1e-9));
    }

    @Test
    void thePeakIsTheHighWaterMark() {
        assertThat(ThisProcess.peak(List.of("Name:\tjava", "VmRSS:\t  5 kB", "VmHWM:\t   250000 kB")))
                .hasValue(256);
        assertThat(ThisProcess.peak(List.of())).isEqualTo(OptionalDouble.empty());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxTellsBoth() {
        assertThat(ThisProcess.ageSeconds().getAsDouble()).isBetween(0.01, 1e6);
        assertThat(ThisProcess.peakMegabytes().getAsDouble()).isBetween(10.0, 1e6);
    }
}
