package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ResonatorTest {
    @Test
    void gainIsOneAtTheCentre() {
        for (double center : new double[] {300, 1000, 3700}) {
            assertThat(gain(center, 0.3 * center, center)).isCloseTo(1, within(0.001));
        }
    }

    @Test
    void powerIsHalfAtTheEdgesOfTheBand() {
        assertThat(gain(2000, 100, 1950)).isCloseTo(Math.sqrt(0.5), within(0.02));
        assertThat(gain(2000, 100, 2050)).isCloseTo(Math.sqrt(0.5), within(0.02));
    }

    @Test
    void centreStaysBelowHalfTheSampleRate() {
        assertThat(gain(20_000, 100, 0.45 * CatsDogsSynth.SAMPLE_RATE)).isCloseTo(1, within(0.001));
    }

    /** The square root of the ratio of powers, out to in, over whole periods after the start has died away. */
    private static double gain(double center, double width, double frequency) {
        Resonator resonator = new Resonator();
        resonator.tune(center, width);
        double in = 0;
        double out = 0;
        for (int i = 0; i < 3 * CatsDogsSynth.SAMPLE_RATE; i++) {
            double x = Math.sin(2 * Math.PI * frequency * i / CatsDogsSynth.SAMPLE_RATE);
            double y = resonator.next(x);
            if (i >= 2 * CatsDogsSynth.SAMPLE_RATE) {
                in += x * x;
                out += y * y;
            }
        }
        return Math.sqrt(out / in);
    }
}
