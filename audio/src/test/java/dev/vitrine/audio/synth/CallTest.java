package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final int ANIMALS = 40;

    @Test
    void meowsSwellAndBarksBeginAtFullPower() {
        assertThat(medianAttack(Call.MEOW)).isBetween(0.3, 0.6);
        assertThat(medianAttack(Call.MEW)).isBetween(0.3, 0.6);
        assertThat(medianAttack(Call.BARK)).isLessThan(0.25);
    }

    /** The share of a call that passes until it is nearly at its greatest loudness, of the middle one of many. */
    private static double medianAttack(Call call) {
        double[] attacks = LongStream.range(0, ANIMALS)
                .mapToDouble(seed -> {
                    Curve loudness = voice(call, seed).loudness();
                    double t = 0;
                    while (loudness.at(t) < 0.9) {
                        t += 0.001;
                    }
                    return t;
                })
                .sorted()
                .toArray();
        return attacks[ANIMALS / 2];
    }

    @Test
    void pitchRisesAndFallsInAMeowEndsLowInABarkAndStaysInAWhine() {
        for (long seed = 0; seed < ANIMALS; seed++) {
            Curve meow = voice(Call.MEOW, seed).pitch();
            assertThat(meow.at(0.5)).isGreaterThan(meow.at(0)).isGreaterThan(meow.at(1));
            Curve bark = voice(Call.BARK, seed).pitch();
            assertThat(bark.at(1)).isLessThan(0.75 * bark.at(0.25));
            Curve whine = voice(Call.WHINE, seed).pitch();
            assertThat(whine.at(1) / whine.at(0)).isBetween(0.8, 1.15);
        }
    }

    @Test
    void mouthOpensAndClosesInAMeowOnly() {
        for (long seed = 0; seed < ANIMALS; seed++) {
            Curve meow = voice(Call.MEOW, seed).formants().tracks().get(0);
            assertThat(meow.at(0.5)).isGreaterThan(1.5 * meow.at(0)).isGreaterThan(1.5 * meow.at(1));
            Curve whine = voice(Call.WHINE, seed).formants().tracks().get(0);
            assertThat(whine.at(0.5) / whine.at(0)).isBetween(0.8, 1.4);
        }
    }

    @Test
    void throatsAreInRangeAndStayThemselves() {
        for (long seed = 0; seed < ANIMALS; seed++) {
            Dice dice = new Dice(seed);
            Throat throat = Throat.thrown(dice);
            assertThat(throat.pitch()).isBetween(300.0, 700.0);
            assertThat(throat.size()).isBetween(0.85, 1.35);
            Throat later = throat.varied(dice);
            assertThat(later.pitch() / throat.pitch()).isBetween(0.94, 1.06).isNotEqualTo(1);
            assertThat(later.size()).isEqualTo(throat.size());
            assertThat(later.timbre().jitter() / throat.timbre().jitter()).isBetween(0.6, 1.6);
        }
    }

    @Test
    void oneAnimalSaysTheSameThingDifferentlyEachTime() {
        Dice dice = new Dice(1);
        Throat throat = Throat.thrown(dice);
        double[] once = Call.BARK.course().voice(0.2, throat, dice).samples(dice);
        double[] again = Call.BARK.course().voice(0.2, throat, dice).samples(dice);
        assertThat(Arrays.equals(once, again)).isFalse();
    }

    private static Voice voice(Call call, long seed) {
        Dice dice = new Dice(seed);
        return call.course().voice(1, Throat.thrown(dice), dice);
    }
}
