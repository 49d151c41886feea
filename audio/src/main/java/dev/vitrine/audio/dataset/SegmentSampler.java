package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * Endless random windows for training: the classes in turn, a clip of the class at random, a place in it at random, and
 * another try where the window is silent. Where 50 tries find nothing but silence, the window holds the clip's highest
 * sample.
 *
 * <p>A batch depends on the seed and the step alone, so a run that goes on from step n draws what the uninterrupted one
 * would have drawn, on any number of threads.
 */
public final class SegmentSampler {
    private static final int TRIES = 50;

    private final List<List<Normalised>> classes;
    private final Segmenting segmenting;
    private final long seed;

    /**
     * A sampler over training clips.
     *
     * @param classCount clips have labels 0 .. classCount-1
     * @throws IllegalArgumentException if a class has no clip
     */
    public SegmentSampler(List<Clip> clips, int classCount, Segmenting segmenting, long seed) {
        this.segmenting = segmenting;
        this.seed = seed;
        this.classes = new ArrayList<>();
        for (int label = 0; label < classCount; label++) {
            int wanted = label;
            List<Clip> members =
                    clips.stream().filter(clip -> clip.label() == wanted).toList();
            if (members.isEmpty()) {
                throw new IllegalArgumentException("class " + label + " has no training clip");
            }
            classes.add(scaled(members));
        }
    }

    private List<Normalised> scaled(List<Clip> members) {
        return segmenting.normalisation() == Normalisation.CLASS
                ? List.of(Normalised.joined(members, segmenting.length()))
                : members.stream()
                        .map(clip -> Normalised.clip(clip, segmenting.length()))
                        .toList();
    }

    /**
     * One batch.
     *
     * @param windows [N, length] in row-major order
     * @param labels [N]
     */
    public record Batch(float[] windows, float[] labels) {}

    /** The batch of a step: {@code size} windows, classes in turn. */
    public Batch batch(long step, int size) {
        int length = segmenting.length();
        float[] windows = new float[size * length];
        float[] labels = new float[size];
        for (int i = 0; i < size; i++) {
            int label = i % classes.size();
            labels[i] = label;
            draw(classes.get(label), Draw.of(seed, step, i), windows, i * length);
        }
        return new Batch(windows, labels);
    }

    private void draw(List<Normalised> members, Draw draw, float[] to, int at) {
        Normalised samples = members.get(draw.below(members.size()));
        int length = segmenting.length();
        int first = loudStart(samples, draw);
        samples.copy(first, to, at, length);
        if (segmenting.normalisation() == Normalisation.WINDOW) {
            Normalised.window(to, at, length);
        }
    }

    private int loudStart(Normalised samples, Draw draw) {
        int starts = samples.length() - segmenting.length() + 1;
        for (int i = 0; i < TRIES; i++) {
            int first = draw.below(starts);
            if (samples.isLoud(first, segmenting.length(), segmenting.silence())) {
                return first;
            }
        }
        // Nearly all of it is silent: somewhere in the window that holds its highest sample.
        int highest = samples.highest();
        int earliest = Math.max(0, highest - segmenting.length() + 1);
        return earliest + draw.below(Math.min(starts - 1, highest) - earliest + 1);
    }
}
