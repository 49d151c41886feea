package dev.vitrine.experiments.nsynth;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.experiments.recipe.ComputedMaterial;
import dev.vitrine.experiments.recipe.Hearing;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.recipe.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Notes as pictures. */
final class NotesMaterial implements Material {
    private final ComputedMaterial computed;
    private final FrontEnd input;
    private final Waveform example;

    /**
     * Notes.
     *
     * @param example one of them, to be shown through all front ends
     */
    NotesMaterial(ComputedMaterial computed, FrontEnd input, Waveform example) {
        this.computed = computed;
        this.input = input;
        this.example = example;
    }

    FrontEnd input() {
        return input;
    }

    Waveform example() {
        return example;
    }

    /** What the network sees of a note, [H][W], before it is scaled. */
    double[][] picture(Labelled note) {
        return Pixels.rows(computed.entry(note).input(), input.input().size(2));
    }

    @Override
    public List<String> classes() {
        return computed.classes();
    }

    @Override
    public List<Labelled> clips() {
        return computed.clips();
    }

    @Override
    public Map<String, String> fingerprints() {
        return computed.fingerprints();
    }

    @Override
    public List<String> skipped() {
        return computed.skipped();
    }

    @Override
    public List<String> words() {
        List<String> lines = new ArrayList<>(computed.words());
        TreeMap<String, List<String>> same = new TreeMap<>();
        computed.fingerprints()
                .forEach((name, print) ->
                        same.computeIfAbsent(print, p -> new ArrayList<>()).add(name));
        for (List<String> names : same.values()) {
            if (names.size() > 1) {
                names.sort(String::compareTo);
                lines.add(names.size() + " notes are one and the same sound: " + names.get(0) + " to "
                        + names.get(names.size() - 1));
            }
        }
        return lines;
    }

    @Override
    public Hearing hearing() {
        return computed.hearing();
    }

    @Override
    public double[] summary(Labelled clip) {
        return computed.summary(clip);
    }

    @Override
    public List<Double> penalties() {
        return computed.penalties();
    }

    @Override
    public Lens fit(List<Labelled> train) {
        return computed.fit(train);
    }

    @Override
    public Lens restore(Map<String, HostArray> statistics) {
        return computed.restore(statistics);
    }
}
