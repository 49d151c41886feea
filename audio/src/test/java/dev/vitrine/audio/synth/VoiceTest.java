package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoiceTest {
    private static final Curve LEVEL = new Curve(1, 1);
    private static final Timbre STEADY = new Timbre(1, 0, 0, 0);
    private static final Formants ONE = new Formants(List.of(new Curve(1500, 1500)));

    private static double[] voice(Timbre timbre) {
        return new Voice(1, new Curve(500, 500), ONE, LEVEL, timbre).samples(new Dice(1));
    }

    /** The amplitude of the sine and cosine of one frequency. */
    private static double amplitude(double[] sound, double frequency) {
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < sound.length; i++) {
            double angle = 2 * Math.PI * frequency * i / CatsDogsSynth.SAMPLE_RATE;
            sine += sound[i] * Math.sin(angle);
            cosine += sound[i] * Math.cos(angle);
        }
        return 2 * Math.hypot(sine, cosine) / sound.length;
    }

    @Test
    void harmonicsAreThoseOfTheFormula() {
        double[] sound = voice(STEADY);
        assertThat(sound).hasSize(CatsDogsSynth.SAMPLE_RATE);
        for (int h = 1; h <= 14; h++) {
            assertThat(amplitude(sound, 500 * h))
                    .as("harmonic %d", h)
                    .isCloseTo(ONE.gain(500 * h, 0) / h, within(1e-6));
        }
        assertThat(amplitude(sound, 750)).isLessThan(1e-6);
        assertThat(amplitude(sound, 8000)).isLessThan(1e-6);
    }

    @Test
    void jitterSpreadsHarmonicsAndBreathFillsTheGaps() {
        assertThat(amplitude(voice(new Timbre(1, 0, 0.1, 0)), 3000)).isLessThan(0.7 * amplitude(voice(STEADY), 3000));
        assertThat(amplitude(voice(new Timbre(1, 2, 0, 0)), 1750)).isGreaterThan(1e-4);
    }

    @Test
    void growlTrembles() {
        double[] steady = voice(STEADY);
        double[] growling = voice(new Timbre(1, 0, 0, 0.6));
        double least = 1;
        double most = 0;
        for (int i = 0; i < steady.length; i++) {
            if (Math.abs(steady[i]) > 0.1) {
                least = Math.min(least, growling[i] / steady[i]);
                most = Math.max(most, growling[i] / steady[i]);
            }
        }
        assertThat(least).isCloseTo(0.4, within(0.01));
        assertThat(most).isCloseTo(1, within(0.01));
    }

    @Test
    void pitchFollowsItsCurve() {
        double[] sound = new Voice(1, new Curve(400, 800), ONE, LEVEL, STEADY).samples(new Dice(1));
        assertThat(periods(sound, 0, 1600)).isCloseTo(42, within(2));
        assertThat(periods(sound, 14_400, 16_000)).isCloseTo(78, within(2));
    }

    /** Periods of the fundamental in a tenth of a second, by the best of many sines. */
    private static int periods(double[] sound, int from, int to) {
        double[] part = Arrays.copyOfRange(sound, from, to);
        int best = 0;
        for (int p = 20; p < 100; p++) {
            best = amplitude(part, 10.0 * p) > amplitude(part, 10.0 * best) ? p : best;
        }
        return best;
    }

    @Test
    void softVoicesAreDuller() {
        double[] soft = new Voice(1, new Curve(500, 500), ONE, new Curve(0.5, 0.5), STEADY).samples(new Dice(1));
        assertThat(amplitude(soft, 500)).isCloseTo(0.5 * amplitude(voice(STEADY), 500), within(1e-6));
        // Tilt 1 + 0.8 (1 - 0.5): the fourth harmonic has 4^-0.4 of what it has at full power.
        assertThat(amplitude(soft, 2000) / amplitude(voice(STEADY), 2000))
                .isCloseTo(0.5 * Math.pow(4, -0.4), within(1e-6));
    }

    @Test
    void smallerBodiesSoundHigher() {
        Formants small = ONE.scaled(1.5);
        assertThat(small.gain(2250, 0.5)).isEqualTo(ONE.gain(1500, 0.5)).isGreaterThan(1);
        assertThat(small.gain(1500, 0.5)).isLessThan(0.5);
    }

    @Test
    void rejectsTooManyFormants() {
        assertThatThrownBy(() -> new Formants(Collections.nCopies(5, LEVEL)))
                .hasMessage("expected 1 to 4 formants, got 5");
        assertThatThrownBy(() -> new Formants(List.of())).hasMessage("expected 1 to 4 formants, got 0");
    }
}
