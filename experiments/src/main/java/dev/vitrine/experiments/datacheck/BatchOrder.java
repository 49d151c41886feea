package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.EpochSampler;
import dev.vitrine.audio.dataset.Interleaved;
import dev.vitrine.audio.dataset.ShuffleBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The order in which the items of an epoch come to the network. */
public enum BatchOrder {
    /** All items in a new random order. */
    SHUFFLED("shuffled") {
        @Override
        Iterator<Integer> labels(List<Integer> stored, CheckOptions options) {
            EpochSampler sampler = new EpochSampler(stored.size(), options.batch(), options.seed());
            List<Integer> labels = new ArrayList<>();
            for (int step = 0; step < sampler.steps(); step++) {
                for (int item : sampler.batch(step)) {
                    labels.add(stored.get(item));
                }
            }
            return labels.iterator();
        }
    },
    /** As they stand in the set. */
    STORED("stored") {
        @Override
        Iterator<Integer> labels(List<Integer> stored, CheckOptions options) {
            return stored.iterator();
        }
    },
    /** One of each class in turn, as from a file for each class. */
    INTERLEAVED("interleaved") {
        @Override
        Iterator<Integer> labels(List<Integer> stored, CheckOptions options) {
            TreeMap<Integer, List<Integer>> classes = new TreeMap<>();
            stored.forEach(label ->
                    classes.computeIfAbsent(label, l -> new ArrayList<>()).add(label));
            return new Interleaved<>(
                    classes.values().stream().map(List::iterator).toList());
        }
    },
    /** As they stand in the set, through a shuffle buffer. */
    BUFFERED("buffered") {
        @Override
        Iterator<Integer> labels(List<Integer> stored, CheckOptions options) {
            return new ShuffleBuffer<>(stored.iterator(), options.buffer(), options.seed());
        }
    };

    private final String word;

    BatchOrder(String word) {
        this.word = word;
    }

    /** As it is typed. */
    public String word() {
        return word;
    }

    /** The order of that name. */
    public static Optional<BatchOrder> named(String word) {
        return Stream.of(values()).filter(order -> order.word.equals(word)).findFirst();
    }

    /** The labels of one epoch in this order. */
    abstract Iterator<Integer> labels(List<Integer> stored, CheckOptions options);
}
