package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds clips that were cut from one recording with an overlap: somewhere they hold the same quarter of a second, sample
 * by sample. Such clips must stay on one side of a split, or a network is tested on what it has learned by heart.
 *
 * <p>Blocks of each clip are hashed; then a rolling hash slides over every position of every clip, and a hit is compared
 * sample by sample.
 *
 * <p>Source: Karp and Rabin, "Efficient randomized pattern-matching algorithms", IBM Journal 31, 1987.
 */
final class SharedSound {
    private static final int BLOCK = 4000;
    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final int FILTER_BITS = 22;

    /** Quieter blocks, such as digital silence, prove nothing. */
    private static final float QUIET = 0.01f;

    /** A stretch of {@link #BLOCK} samples. */
    private record Block(int clip, int first) {}

    private final List<Clip> clips;
    private final int[] parent;
    private final Map<Long, List<Block>> blocks = new HashMap<>();
    private final BitSet filter = new BitSet(1 << FILTER_BITS);

    private SharedSound(List<Clip> clips) {
        this.clips = clips;
        this.parent = new int[clips.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
    }

    /** The same clips; those that share sound, directly or through others, have one group. */
    static List<Clip> grouped(List<Clip> clips) {
        SharedSound search = new SharedSound(clips);
        search.joinEqualGroups();
        for (int i = 0; i < clips.size(); i++) {
            search.remember(i);
        }
        for (int i = 0; i < clips.size(); i++) {
            search.slide(i);
        }
        List<Clip> grouped = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            Clip clip = clips.get(i);
            String group = clips.get(search.root(i)).group();
            grouped.add(new Clip(clip.name(), clip.label(), clip.sound(), group));
        }
        return grouped;
    }

    private void joinEqualGroups() {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < clips.size(); i++) {
            Integer known = first.putIfAbsent(clips.get(i).group(), i);
            if (known != null) {
                join(known, i);
            }
        }
    }

    private float[] samples(int clip) {
        return clips.get(clip).sound().samples();
    }

    private void remember(int clip) {
        float[] x = samples(clip);
        for (int first = 0; first + BLOCK <= x.length; first += BLOCK) {
            if (isHeard(x, first)) {
                long hash = 0;
                for (int i = first; i < first + BLOCK; i++) {
                    hash = hash * BASE + Float.floatToIntBits(x[i]);
                }
                blocks.computeIfAbsent(hash, h -> new ArrayList<>()).add(new Block(clip, first));
                filter.set(slot(hash));
            }
        }
    }

    private static boolean isHeard(float[] x, int first) {
        for (int i = first; i < first + BLOCK; i++) {
            if (x[i] > QUIET) {
                return true;
            }
        }
        return false;
    }

    private static int slot(long hash) {
        return (int) (hash >>> (64 - FILTER_BITS));
    }

    private void slide(int clip) {
        float[] x = samples(clip);
        long top = 1;
        for (int i = 0; i < BLOCK; i++) {
            top *= BASE;
        }
        long hash = 0;
        Set<Integer> joined = new HashSet<>();
        for (int i = 0; i < x.length; i++) {
            hash = hash * BASE + Float.floatToIntBits(x[i]);
            if (i >= BLOCK) {
                hash -= top * Float.floatToIntBits(x[i - BLOCK]);
            }
            if (i >= BLOCK - 1 && filter.get(slot(hash))) {
                for (Block block : blocks.getOrDefault(hash, List.of())) {
                    if (block.clip() != clip && !joined.contains(block.clip()) && equal(x, i - BLOCK + 1, block)) {
                        join(clip, block.clip());
                        joined.add(block.clip());
                    }
                }
            }
        }
    }

    private boolean equal(float[] x, int first, Block block) {
        float[] y = samples(block.clip());
        for (int i = 0; i < BLOCK; i++) {
            if (x[first + i] != y[block.first() + i]) {
                return false;
            }
        }
        return true;
    }

    private int root(int clip) {
        int at = clip;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }

    /** The smaller index is the root, so that a group is named after its first clip. */
    private void join(int a, int b) {
        int low = Math.min(root(a), root(b));
        int high = Math.max(root(a), root(b));
        parent[high] = low;
    }
}
