package dev.vitrine.audio.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.io.Waveform;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationTest {
    private static final int RATE = 8000;

    private static Waveform tone(double frequency, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * frequency * i / RATE));
        }
        return new Waveform(samples, RATE);
    }

    private static Waveform difference(Waveform a, Waveform b) {
        float[] samples = a.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] -= b.samples()[i];
        }
        return new Waveform(samples, RATE);
    }

    private static double decibels(double ratio) {
        return 20 * Math.log10(ratio);
    }

    /** Amplitude of a frequency in the middle half of a sound. */
    private static double amplitude(Waveform sound, double frequency) {
        double re = 0;
        double im = 0;
        int count = sound.samples().length / 2;
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * frequency * i / RATE;
            double hann = 1 - Math.cos(2 * Math.PI * i / count);
            re += hann * Math.cos(angle) * sound.samples()[count / 2 + i];
            im += hann * Math.sin(angle) * sound.samples()[count / 2 + i];
        }
        return 2 * Math.hypot(re, im) / count;
    }

    static Stream<Augmentation> all() {
        return Stream.of(
                new TimeShift(new Range(-0.1, 0.1)),
                new Gain(new Range(-12, 6)),
                new WhiteNoise(new Range(5, 20)),
                new BackgroundMix(tone(1000, 555), new Range(0, 10)),
                new SpeedChange(new Range(0.5, 2)),
                new PitchChange(new Range(-5, 5)),
                new TimeMask(new Range(0.01, 0.1)),
                new FrequencyMask(new Range(100, 2000)),
                new Chain(List.of(new Gain(new Range(-3, 3)), new TimeShift(new Range(0, 1)))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void seedAloneDecidesAndTheSoundStaysUntouched(Augmentation augmentation) {
        Waveform sound = difference(tone(440, 4000), tone(710, 4000));
        float[] before = sound.samples().clone();
        float[] once = augmentation.apply(sound, 7).samples();
        assertThat(augmentation.apply(sound, 7).samples()).containsExactly(once);
        assertThat(augmentation.apply(sound, 8).samples()).isNotEqualTo(once);
        assertThat(once).isNotEqualTo(before);
        assertThat(sound.samples()).containsExactly(before);
    }

    @ParameterizedTest
    @MethodSource("all")
    void takesSilenceAndTheShortestOfSounds(Augmentation augmentation) {
        for (int length : new int[] {0, 1, 3, 1000}) {
            for (float sample :
                    augmentation.apply(new Waveform(new float[length], RATE), 1).samples()) {
                assertThat(sample).isZero();
            }
        }
    }

    @Test
    void shiftIsNumPysRoll() {
        Waveform sound = new Waveform(new float[] {1, 2, 3, 4, 5}, 10);
        assertThat(new TimeShift(Range.of(0.2)).apply(sound, 1).samples()).containsExactly(4, 5, 1, 2, 3);
        assertThat(new TimeShift(Range.of(-0.8)).apply(sound, 1).samples()).containsExactly(4, 5, 1, 2, 3);
    }

    @Test
    void gainIsInDecibels() {
        Waveform sound = new Waveform(new float[] {0.1f, -0.2f}, RATE);
        assertThat(new Gain(Range.of(20)).apply(sound, 1).samples()).containsExactly(1, -2);
    }

    @Test
    void noiseIsWhiteAndAsLoudAsAskedFor() {
        Waveform sound = tone(440, 40_000);
        Waveform noise = difference(new WhiteNoise(Range.of(10)).apply(sound, 3), sound);
        assertThat(decibels(sound.rms() / noise.rms())).isCloseTo(10, within(0.1));
        for (double frequency : new double[] {300, 1700, 3300}) {
            assertThat(amplitude(noise, frequency)).isLessThan(0.01);
        }
    }

    @Test
    void backgroundIsAsLoudAsAskedForAndRepeats() {
        Waveform sound = tone(440, 40_000);
        Waveform mixed = new BackgroundMix(tone(1000, 800).scaled(17), Range.of(6)).apply(sound, 3);
        assertThat(decibels(sound.rms() / difference(mixed, sound).rms())).isCloseTo(6, within(0.01));
        assertThat(amplitude(mixed, 1000)).isCloseTo(0.5 / Decibels.toFactor(6), within(0.003));
    }

    @Test
    void speedTakesThePitchWithIt() {
        Waveform fast = new SpeedChange(Range.of(1.25)).apply(tone(800, 10_000), 1);
        assertThat(fast.samples()).hasSize(8000);
        assertThat(fast.sampleRate()).isEqualTo(RATE);
        assertThat(amplitude(fast, 1000)).isCloseTo(0.5, within(0.002));
    }

    @Test
    void pitchLeavesTheLength() {
        for (int semitones : new int[] {-12, 0, 7, 12}) {
            Waveform moved = new PitchChange(Range.of(semitones)).apply(tone(440, 16_000), 1);
            assertThat(moved.samples()).hasSize(16_000);
            assertThat(amplitude(moved, 440 * Math.pow(2, semitones / 12.0))).isCloseTo(0.5, within(0.08));
        }
    }

    @Test
    void timeMaskSilencesOneStretch() {
        float[] ones = new float[1000];
        java.util.Arrays.fill(ones, 1);
        Waveform sound = new Waveform(ones, RATE);
        int[] firsts = new int[20];
        for (int seed = 0; seed < firsts.length; seed++) {
            float[] masked = new TimeMask(Range.of(0.05)).apply(sound, seed).samples();
            int silent = 0;
            while (masked[firsts[seed]] != 0) {
                firsts[seed]++;
            }
            for (int i = firsts[seed]; i < masked.length && masked[i] == 0; i++) {
                silent++;
            }
            assertThat(silent).isEqualTo(400);
            assertThat(new Waveform(masked, RATE).rms()).isCloseTo((float) Math.sqrt(0.6), within(1e-6f));
        }
        assertThat(java.util.Arrays.stream(firsts).distinct().count()).isGreaterThan(15);
        assertThat(new TimeMask(Range.of(9)).apply(sound, 1).peak()).isZero();
    }

    @Test
    void frequencyMaskTakesOneBandAndLeavesTheRest() {
        Waveform sound = difference(tone(500, 16_000), tone(3500, 16_000).scaled(-1));
        int low = 0;
        int high = 0;
        for (int seed = 0; seed < 20; seed++) {
            Waveform masked = new FrequencyMask(Range.of(1000)).apply(sound, seed);
            for (double frequency : new double[] {500, 3500}) {
                assertThat(amplitude(masked, frequency))
                        .satisfiesAnyOf(
                                a -> assertThat(a).isLessThan(0.001),
                                a -> assertThat(a).isCloseTo(0.5, within(0.001)));
            }
            low += amplitude(masked, 500) < 0.25 ? 1 : 0;
            high += amplitude(masked, 3500) < 0.25 ? 1 : 0;
        }
        assertThat(low).isBetween(1, 15);
        assertThat(high).isBetween(1, 15);
        assertThat(new FrequencyMask(Range.of(9999)).apply(sound, 1).peak()).isLessThan(1e-6f);
    }

    @Test
    void chainIsItsStepsInTheirOrder() {
        Chain chain = new Chain(List.of(new Gain(Range.of(20)), new TimeShift(Range.of(1.0 / RATE))));
        assertThat(chain.apply(new Waveform(new float[] {1, 2}, RATE), 1).samples())
                .containsExactly(20, 10);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Range(3, -3))
                .hasMessage("a range must go from a number to one that is not less, got 3.0 to -3.0");
        assertThatThrownBy(() -> Range.of(Double.NaN)).hasMessageEndingWith("got NaN to NaN");
        assertThatThrownBy(() -> new SpeedChange(Range.of(0))).hasMessage("a speed must be at least 0.01, got 0.0");
        assertThatThrownBy(() -> new TimeMask(Range.of(-1)))
                .hasMessage("a mask's length must be at least 0.0, got -1.0");
        assertThatThrownBy(() -> new FrequencyMask(Range.of(-1)))
                .hasMessage("a mask's width must be at least 0.0, got -1.0");
        assertThatThrownBy(() -> new PitchChange(Range.of(49)))
                .hasMessage("semitones must be from -48 to 48, got 49.0 to 49.0");
        assertThatThrownBy(() -> new BackgroundMix(new Waveform(new float[0], RATE), Range.of(0)))
                .hasMessage("the background has no samples; expected at least one");
        assertThatThrownBy(
                        () -> new BackgroundMix(new Waveform(new float[1], 1000), Range.of(0)).apply(tone(440, 10), 1))
                .hasMessage("the background has 1000 Hz; expected the sound's 8000; resample it");
    }
}
