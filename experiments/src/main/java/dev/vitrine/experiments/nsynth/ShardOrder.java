package dev.vitrine.experiments.nsynth;

import dev.vitrine.audio.dataset.BatchPurity;
import dev.vitrine.audio.dataset.Interleaved;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.experiments.recipe.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order of the original: the training file, sorted by family, cut into a shard for each family and read one note of each
 * in turn, never shuffled. As soon as the smallest shard is at its end a batch lacks a family, and the end of every epoch is
 * the largest family alone.
 */
public final class ShardOrder {
    /** Notes of each family in the training part of the public set; the shards of the original. */
    static final List<Integer> SIZES =
            List.of(65_474, 12_675, 8_773, 32_690, 51_821, 34_201, 34_477, 13_911, 19_474, 5_501, 10_208);

    /** An epoch of ours has one note for so many of the original's, or for more where a run is shorter. */
    static final int SHARE = 50;

    private ShardOrder() {}

    /** The families of an epoch of the original, in their order. */
    static Iterator<Integer> families() {
        return interleaved(1);
    }

    /** Of how many notes of the original's epoch one is taken, so that {@code notes} are an epoch; at least 50. */
    public static int shareFor(long notes) {
        long all = SIZES.stream().mapToLong(Integer::longValue).sum();
        return (int) Math.max(SHARE, Math.min(all, all / Math.max(1, notes)));
    }

    private static Iterator<Integer> interleaved(int share) {
        return new Interleaved<>(IntStream.range(0, SIZES.size())
                .mapToObj(family -> Stream.generate(() -> family)
                        .limit(SIZES.get(family) / share)
                        .iterator())
                .toList());
    }

    /** The same notes in random order. */
    static Iterator<Integer> shuffled(long seed) {
        List<Integer> families = new ArrayList<>();
        families().forEachRemaining(families::add);
        Collections.shuffle(families, new Random(seed));
        return families.iterator();
    }

    /** Batch by batch, which families an epoch of the original shows. */
    static BatchPurity original(int size) {
        return BatchPurity.of(families(), size, SIZES.size());
    }

    /**
     * The same order with the notes that there are: a family comes as often as in that share of the original's epoch, its
     * notes in turn, by name. A family without notes is left out.
     *
     * @param share of so many notes of the original one
     */
    static Order order(int share) {
        return (clips, classes, size, seed) -> {
            int[] epoch = epoch(clips, share);
            return step -> {
                int[] batch = new int[size];
                for (int i = 0; i < size; i++) {
                    batch[i] = epoch[(int) ((step * size + i) % epoch.length)];
                }
                return batch;
            };
        };
    }

    private static int[] epoch(List<Labelled> clips, int share) {
        List<List<Integer>> notes = SIZES.stream()
                .map(s -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        IntStream.range(0, clips.size())
                .boxed()
                .sorted(Comparator.comparing(i -> clips.get(i).name()))
                .forEach(i -> notes.get(clips.get(i).label()).add(i));
        int[] turn = new int[SIZES.size()];
        List<Integer> epoch = new ArrayList<>();
        interleaved(share).forEachRemaining(family -> {
            List<Integer> of = notes.get(family);
            if (!of.isEmpty()) {
                epoch.add(of.get(turn[family]++ % of.size()));
            }
        });
        return epoch.stream().mapToInt(Integer::intValue).toArray();
    }
}
