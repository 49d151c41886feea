package dev.vitrine.audio.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplersTest {
    /** Notes of each family in the training part of NSynth, bass to vocal. */
    private static final int[] NSYNTH = {
        65_474, 12_675, 8_773, 32_690, 51_821, 34_201, 34_477, 13_911, 19_474, 5_501, 10_208
    };

    private record Thing(String name, int label, String group) implements Labelled {}

    private static List<Thing> things(int... labels) {
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            things.add(new Thing("t" + i, labels[i], "t" + i));
        }
        return things;
    }

    private static Iterator<Integer> sortedShards() {
        return new Interleaved<>(IntStream.range(0, NSYNTH.length)
                .mapToObj(label -> Collections.nCopies(NSYNTH[label], label).iterator())
                .toList());
    }

    @Test
    void sortedShardsReadInTurnEndInNothingButBass() {
        BatchPurity purity = BatchPurity.of(sortedShards(), 32, NSYNTH.length);
        assertThat(purity.batches()).hasSize(9_037);
        assertThat(purity.complete()).isEqualTo(1_891);
        assertThat(purity.batches().subList(0, 1_891)).allMatch(batch -> batch.present() == 11);
        assertThat(purity.pureTail()).isEqualTo(426);
        assertThat(purity.batches().get(9_036)).isEqualTo(new BatchPurity.Batch(1, 0, 1.0));
    }

    @Test
    void shuffleBufferHelpsOnlyAsFarAsItReaches() {
        BatchPurity small = BatchPurity.of(new ShuffleBuffer<>(sortedShards(), 1_000, 1), 32, NSYNTH.length);
        BatchPurity whole = BatchPurity.of(new ShuffleBuffer<>(sortedShards(), 289_205, 1), 32, NSYNTH.length);
        assertThat(small.pureTail()).isBetween(200, 400);
        assertThat(whole.pureTail()).isZero();
        assertThat(whole.mean()).isLessThan(0.35);
    }

    @Test
    void shuffleBufferLosesNothingAndFollowsItsSeed() {
        List<Integer> stream = IntStream.range(0, 100).boxed().toList();
        List<Integer> shuffled = drained(new ShuffleBuffer<>(stream.iterator(), 10, 1));
        assertThat(shuffled).isNotEqualTo(stream).containsExactlyInAnyOrderElementsOf(stream);
        assertThat(drained(new ShuffleBuffer<>(stream.iterator(), 10, 1))).isEqualTo(shuffled);
        assertThat(drained(new ShuffleBuffer<>(stream.iterator(), 10, 2))).isNotEqualTo(shuffled);
        assertThat(drained(new ShuffleBuffer<>(stream.iterator(), 1, 1))).isEqualTo(stream);
        for (int i = 0; i < 100; i++) {
            assertThat(shuffled.get(i)).isLessThan(i + 10);
        }
        assertThatThrownBy(() -> new ShuffleBuffer<>(stream.iterator(), 0, 1))
                .hasMessage("a shuffle buffer holds at least 1 element, got 0");
    }

    private static <T> List<T> drained(Iterator<T> stream) {
        List<T> all = new ArrayList<>();
        stream.forEachRemaining(all::add);
        return all;
    }

    @Test
    void streamsTakeTurnsUntilTheyEnd() {
        List<Iterator<Integer>> streams = List.of(
                List.of(1, 2, 3).iterator(),
                List.<Integer>of().iterator(),
                List.of(10).iterator());
        assertThat(drained(new Interleaved<>(streams))).containsExactly(1, 10, 2, 3);
    }

    @Test
    void epochHoldsEveryItemOnceInAnOrderOfItsOwn() {
        EpochSampler sampler = new EpochSampler(10, 4, 1);
        assertThat(sampler.steps()).isEqualTo(3);
        List<Integer> first = epoch(sampler, 0);
        List<Integer> second = epoch(sampler, 1);
        assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(second).isNotEqualTo(first).containsExactlyInAnyOrderElementsOf(first);
        assertThat(sampler.batch(2)).hasSize(2);
        assertThat(epoch(new EpochSampler(10, 4, 2), 0)).isNotEqualTo(first);
        assertThatThrownBy(() -> new EpochSampler(0, 4, 1))
                .hasMessage("expected at least one item and batches of at least one, got 0 and 4");
    }

    private static List<Integer> epoch(EpochSampler sampler, int number) {
        return LongStream.range(3L * number, 3L * number + 3)
                .boxed()
                .flatMap(step -> Arrays.stream(sampler.batch(step)).boxed())
                .toList();
    }

    @Test
    void batchesAreTheSameOnAnyNumberOfThreads() {
        EpochSampler one = new EpochSampler(1_000, 7, 5);
        EpochSampler many = new EpochSampler(1_000, 7, 5);
        List<List<Integer>> inOrder = LongStream.range(0, 2_000)
                .mapToObj(step -> Arrays.stream(one.batch(step)).boxed().toList())
                .toList();
        List<List<Integer>> inParallel = LongStream.range(0, 2_000)
                .parallel()
                .mapToObj(step -> Arrays.stream(many.batch(step)).boxed().toList())
                .toList();
        assertThat(inParallel).isEqualTo(inOrder);
    }

    @Test
    void weightsLetEveryClassCountAlike() {
        assertThat(ClassBalance.weights(things(0, 0, 0, 1), 3))
                .containsExactly(new double[] {4 / 9.0, 4 / 3.0, 0}, within(1e-12));
    }

    @Test
    void balancedSamplerDrawsClassesInTurn() {
        List<Thing> things = things(0, 0, 0, 0, 0, 0, 0, 1);
        ClassBalance sampler = ClassBalance.sampler(things, 2, 3, 1);
        int[] drawn = IntStream.range(0, 100)
                .flatMap(step -> Arrays.stream(sampler.batch(step)))
                .toArray();
        for (int i = 0; i < drawn.length; i++) {
            assertThat(things.get(drawn[i]).label()).isEqualTo(i % 2);
        }
        assertThat(Arrays.stream(drawn).distinct()).hasSize(8);
        assertThat(sampler.batch(7))
                .isEqualTo(ClassBalance.sampler(things, 2, 3, 1).batch(7));
        assertThatThrownBy(() -> ClassBalance.sampler(things, 3, 3, 1)).hasMessage("class 2 has no item to draw");
    }
}
