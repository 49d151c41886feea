package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final int SEEDS = 50;
    private static final int DRAWS = 1000;

    @Test
    void neighbouringSeedsShareNoNumbers() {
        Set<Double> seen = new HashSet<>();
        for (long seed = -SEEDS / 2; seed < SEEDS / 2; seed++) {
            Dice dice = new Dice(seed);
            for (int draw = 0; draw < DRAWS; draw++) {
                seen.add(dice.between(0, 1));
            }
        }
        assertThat(seen).hasSize(SEEDS * DRAWS);
    }

    @Test
    void numbersFillTheirRangeEvenly() {
        int[] counts = new int[10];
        Dice dice = new Dice(1);
        for (int draw = 0; draw < 10_000; draw++) {
            counts[(int) (dice.between(2, 3) * 10) - 20]++;
        }
        // Five standard deviations of a binomial count: 5 sqrt(10000 * 0.1 * 0.9) = 150.
        for (int count : counts) {
            assertThat(count).isBetween(850, 1150);
        }
    }

    @Test
    void equalRatiosAreEquallyLikely() {
        Dice dice = new Dice(1);
        int lower = 0;
        for (int draw = 0; draw < 10_000; draw++) {
            lower += dice.ratio(1, 16) < 4 ? 1 : 0;
        }
        assertThat(lower).isBetween(4750, 5250);
    }
}
