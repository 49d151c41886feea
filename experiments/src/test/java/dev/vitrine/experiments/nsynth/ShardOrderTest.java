package dev.vitrine.experiments.nsynth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.dataset.BatchPurity;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.experiments.recipe.BatchMix;
import dev.vitrine.experiments.recipe.NamedClip;
import dev.vitrine.experiments.recipe.Order;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardOrderTest {
    /** As counted independently on the public training part. */
    @Test
    void originalEndsWithHundredsOfBatchesOfBassAlone() {
        BatchPurity purity = ShardOrder.original(32);
        assertThat(purity.batches()).hasSize(9_037);
        assertThat(purity.complete()).isEqualTo(1_891);
        assertThat(purity.pureTail()).isEqualTo(426);
        assertThat(purity.batches().get(9_036).mostFrequent()).isZero();
    }

    @Test
    void shufflingLeavesNoPureBatch() {
        BatchPurity purity = BatchPurity.of(ShardOrder.shuffled(1), 32, 11);
        assertThat(purity.batches()).hasSize(9_037).noneMatch(batch -> batch.present() < 4);
        assertThat(purity.pureTail()).isZero();
    }

    @Test
    void fewNotesComeInTheSameOrderAgainAndAgain() {
        List<Labelled> notes = new ArrayList<>();
        for (int family = 0; family < 11; family++) {
            for (int i = 0; i < 3 && family != 9; i++) {
                notes.add(new NamedClip("%02d-%d".formatted(family, i), family, "g", 0));
            }
        }
        Order.Batch order = ShardOrder.order(50).of(notes, 11, 10, 1);
        assertThat(families(notes, order.at(0))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 10);
        assertThat(order.at(0)).isEqualTo(order.at(0));
        assertThat(order.at(1)[0]).isEqualTo(order.at(0)[0] + 1); // the next note of bass
        // a fiftieth of 283,704 notes, those of synth_lead left out: bass alone is left when keyboard is at its end
        assertThat(families(notes, order.at(565))).containsOnly(0);
        assertThat(families(notes, order.at(568))).contains(10);
    }

    /** However short a run is, it goes through a whole epoch of the original, to the bass at its end. */
    @Test
    void shortRunStillComesToTheEndOfAnEpoch() {
        assertThat(ShardOrder.shareFor(5_760)).isEqualTo(50);
        assertThat(ShardOrder.shareFor(1_000_000)).isEqualTo(50);
        assertThat(ShardOrder.shareFor(0)).isPositive();
        List<Labelled> notes = new ArrayList<>();
        for (int family = 0; family < 11; family++) {
            notes.add(new NamedClip("%02d".formatted(family), family, "g", 0));
        }
        Order.Batch order = ShardOrder.order(ShardOrder.shareFor(320)).of(notes, 11, 16, 1);
        List<int[]> counts = new ArrayList<>();
        for (int step = 0; step < 20; step++) {
            int[] count = new int[11];
            families(notes, order.at(step)).forEach(family -> count[family]++);
            counts.add(count);
        }
        assertThat(new BatchMix(counts).mixed()).isFalse();
        assertThat(counts.get(19)[0]).isGreaterThan(12);
    }

    private static List<Integer> families(List<Labelled> notes, int[] batch) {
        List<Integer> families = new ArrayList<>();
        for (int i : batch) {
            families.add(notes.get(i).label());
        }
        return families;
    }
}
