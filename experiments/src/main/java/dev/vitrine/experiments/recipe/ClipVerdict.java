package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Labelled;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a network says of one clip.
 *
 * @param clip the clip's name
 * @param truth the index of the true class, or -1 where it is not known
 * @param parts what was judged one by one, in order: the whole seconds of a sound, or the clip as one
 */
public record ClipVerdict(String clip, int truth, List<Part> parts) {
    /** Copies the parts; there must be at least one. */
    public ClipVerdict {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("clip " + clip + " has no part to be judged");
        }
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param probabilities of the classes, 0 to 1
     * @param counts true if it has a vote; near-silent ones have none
     */
    public record Part(List<Double> probabilities, boolean counts) {
        /** Copies the probabilities. */
        public Part {
            probabilities = List.copyOf(probabilities);
        }

        /** The class that is most likely. */
        public int verdict() {
            return likeliest(probabilities);
        }
    }

    /** A clip that was judged as one. */
    public static ClipVerdict whole(Labelled clip, double[] probabilities) {
        Part part = new Part(DoubleStream.of(probabilities).boxed().toList(), true);
        return new ClipVerdict(clip.name(), clip.label(), List.of(part));
    }

    /** The parts that have a vote: those that count, or all if none does. */
    public List<Part> counted() {
        List<Part> counting = parts.stream().filter(Part::counts).toList();
        return counting.isEmpty() ? parts : counting;
    }

    /** The probability of a class: the mean over the parts that have a vote. */
    public double probability(int label) {
        return counted().stream()
                .mapToDouble(part -> part.probabilities().get(label))
                .average()
                .orElseThrow();
    }

    /** The probabilities of all classes. */
    public List<Double> probabilities() {
        int classes = parts.get(0).probabilities().size();
        return IntStream.range(0, classes).mapToObj(this::probability).toList();
    }

    /** The class that is most likely. */
    public int verdict() {
        return likeliest(probabilities());
    }

    /** True if the truth is known and met. */
    public boolean right() {
        return verdict() == truth;
    }

    /** The first of the largest. */
    private static int likeliest(List<Double> probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.size(); i++) {
            best = probabilities.get(i) > probabilities.get(best) ? i : best;
        }
        return best;
    }
}
