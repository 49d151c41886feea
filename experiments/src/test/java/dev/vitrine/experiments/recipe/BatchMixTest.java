package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.tensor.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchMixTest {
    @Test
    void batchesOfOneClassAreAsClumpedAsCanBe() {
        BatchMix mix = new BatchMix(List.of(new int[] {8, 0}, new int[] {8, 0}, new int[] {0, 8}, new int[] {0, 8}));
        assertThat(mix.purity()).isEqualTo(1);
        assertThat(mix.clumping()).isCloseTo(8 * 4 / 3.0, within(1e-12));
        assertThat(mix.shares()).containsExactly(0.5, 0.5);
    }

    @Test
    void balancedBatchesAreNotClumpedAtAll() {
        BatchMix mix = new BatchMix(List.of(new int[] {4, 4}, new int[] {4, 4}));
        assertThat(mix.clumping()).isZero();
        assertThat(mix.purity()).isEqualTo(0.5);
    }

    /** Of two fair coins the more frequent side shows on 1, 1/2, 1/2, 1 of them: three quarters on average. */
    @Test
    void purityAtRandomIsThatOfDrawing() {
        BatchMix mix = new BatchMix(List.of(new int[] {1, 1}, new int[] {1, 1}));
        assertThat(mix.purityAtRandom()).isCloseTo(0.75, within(0.02));
    }

    @Test
    void randomDrawsClumpByAboutOne() {
        Rng rng = new Rng(5);
        List<int[]> counts = new ArrayList<>();
        for (int b = 0; b < 200; b++) {
            int[] batch = new int[4];
            for (int i = 0; i < 16; i++) {
                batch[rng.nextInt(4)]++;
            }
            counts.add(batch);
        }
        assertThat(new BatchMix(counts).clumping()).isBetween(0.85, 1.15);
        assertThat(new BatchMix(counts).mixed()).isTrue();
    }

    /** Batch by batch the classes look mixed; over the training one takes the place of the other. */
    @Test
    void slowDriftIsNotMixed() {
        List<int[]> counts = new ArrayList<>();
        for (int b = 0; b < 40; b++) {
            int first = 6 - b / 10;
            counts.add(new int[] {first, 8 - first});
        }
        BatchMix mix = new BatchMix(counts);
        assertThat(mix.clumping()).isLessThan(1);
        assertThat(mix.fifths().counts()).hasSize(5);
        assertThat(mix.fifths().counts().get(0)).containsExactly(48, 16);
        List<int[]> more = new ArrayList<>();
        for (int[] batch : counts) {
            more.addAll(List.of(batch, batch, batch, batch));
        }
        assertThat(new BatchMix(more).clumping()).isLessThan(1);
        assertThat(new BatchMix(more).mixed()).isFalse();
    }
}
