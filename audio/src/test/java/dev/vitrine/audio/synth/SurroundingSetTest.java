package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurroundingSetTest {
    private static final int RATE = SynthSet.SAMPLE_RATE;
    private static final SurroundingSet SET = new SurroundingSet();

    @Test
    void hasTheClassesOfEsc10InItsOrder() {
        assertThat(SET.classes())
                .containsExactly(
                        "dog",
                        "rooster",
                        "rain",
                        "sea_waves",
                        "crackling_fire",
                        "crying_baby",
                        "sneezing",
                        "clock_tick",
                        "helicopter",
                        "chainsaw");
    }

    @Test
    void twoClipsOfOneThingShareAGroup() {
        assertThat(SET.clip(7, 0, 1).name()).isEqualTo("clock_tick_001-a.wav");
        assertThat(SET.clip(7, 1, 1).name()).isEqualTo("clock_tick_001-b.wav");
        assertThat(SET.clip(7, 1, 1).group()).isEqualTo("clock_tick_001");
        assertThat(SET.clip(7, 2, 1).group()).isEqualTo("clock_tick_002");
        assertThat(SET.clip(7, 0, 1).samples()).hasSize(5 * RATE);
    }

    @ParameterizedTest
    @EnumSource(Surrounding.class)
    void everythingIsHeardAndEndsInNumbers(Surrounding kind) {
        for (long seed = 0; seed < 5; seed++) {
            double[] mix = played(kind, seed);
            assertThat(Arrays.stream(mix).allMatch(Double::isFinite)).isTrue();
            assertThat(Loudness.rootMeanSquare(mix)).isGreaterThan(0.005);
        }
    }

    @Test
    void clocksTickAndTockAtOneBeat() {
        // From blow to blow the same two times, by turns.
        for (long seed = 0; seed < 5; seed++) {
            double[] mix = played(Surrounding.CLOCK_TICK, seed);
            int[] blows = onsets(mix, 0.15 * Loudness.peak(mix), RATE / 8);
            assertThat(blows.length).isBetween(4, 26);
            for (int i = 2; i + 1 < blows.length; i++) {
                assertThat((blows[i + 1] - blows[i - 1]) / (double) (blows[i] - blows[i - 2]))
                        .isCloseTo(1, within(0.02));
            }
        }
    }

    /** Samples where the level passes a threshold after it was below for so many samples. */
    private static int[] onsets(double[] mix, double threshold, int rest) {
        int[] found = new int[mix.length / rest + 1];
        int count = 0;
        int last = -rest;
        for (int i = 0; i < mix.length; i++) {
            if (Math.abs(mix[i]) > threshold && i - last >= rest) {
                found[count++] = i;
                last = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    @Test
    void roostersAndSneezesPassAndRainAndEnginesGoOn() {
        for (long seed = 0; seed < 5; seed++) {
            assertThat(quietest(played(Surrounding.ROOSTER, seed))).isLessThan(0.05);
            assertThat(quietest(played(Surrounding.SNEEZING, seed))).isLessThan(0.05);
            assertThat(quietest(played(Surrounding.RAIN, seed))).isGreaterThan(0.3);
            assertThat(quietest(played(Surrounding.CHAINSAW, seed))).isGreaterThan(0.1);
        }
    }

    /** Root mean square of the quietest fifth of a second over that of all. */
    private static double quietest(double[] mix) {
        int part = RATE / 5;
        double least = Double.MAX_VALUE;
        for (int start = 0; start + part <= mix.length; start += part) {
            least = Math.min(least, Loudness.rootMeanSquare(Arrays.copyOfRange(mix, start, start + part)));
        }
        return least / Loudness.rootMeanSquare(mix);
    }

    @Test
    void hissIsAsStrongInEveryBand() {
        for (double width : new double[] {100, 400, 1600}) {
            double[] mix = new double[4 * RATE];
            Hiss.add(mix, RATE, 2, 2000, width, t -> 1, new Dice(3));
            assertThat(Loudness.rootMeanSquare(Arrays.copyOfRange(mix, RATE, 3 * RATE)))
                    .as("width %s", width)
                    .isBetween(0.55, 0.85);
            assertThat(Loudness.peak(Arrays.copyOfRange(mix, 0, RATE))).isZero();
            assertThat(Loudness.peak(Arrays.copyOfRange(mix, 3 * RATE, 4 * RATE)))
                    .isZero();
        }
    }

    @Test
    void grainsAreAsManyAsAskedFor() {
        double[] mix = new double[60 * RATE];
        new Grains(2, new Span(2000, 2000), new Span(2000, 2000), new Span(1, 1)).scatter(mix, new Dice(1));
        // 120 expected; at a hundredth of a second's distance few fall together; 4 standard deviations are 44.
        assertThat(onsets(mix, 0.2, RATE / 100).length).isBetween(76, 164);
    }

    private static double[] played(Surrounding kind, long seed) {
        double[] mix = new double[5 * RATE];
        kind.source(new Dice(seed)).play(mix, new Dice(seed + 100));
        return mix;
    }
}
