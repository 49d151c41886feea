package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.io.HostArray;
import java.util.List;
import java.util.Map;

/** What an experiment learns from and is judged by: clips of known classes, and how a network sees them. */
public interface Material {
    /** The names of the classes, in the order of the labels. */
    List<String> classes();

    /** All clips; no two of one name. */
    List<Labelled> clips();

    /** For each clip, by name, SHA-256 over what it holds: tells later whether a network has learned from it. */
    Map<String, String> fingerprints();

    /** One line for each clip that could not be used: which, and why. */
    List<String> skipped();

    /** What there is, in words, for the console. */
    List<String> words();

    /** A few numbers that stand for a clip: what the linear model beside the network goes by. */
    double[] summary(Labelled clip);

    /** Ridge penalties of the linear model: the one that judges the validation part best is taken, the larger of equals. */
    default List<Double> penalties() {
        return List.of(Results.PENALTY);
    }

    /** How much of a sound an input stands for, where that is known. */
    default Hearing hearing() {
        return Hearing.ALL;
    }

    /** The labels of every question that may be asked of these clips, where there are several. */
    default List<LabelColumn> columns() {
        return List.of();
    }

    /** How a network sees the clips that learns from {@code train}: what is scaled, is scaled by those alone. */
    Lens fit(List<Labelled> train);

    /** The same way of seeing again, from what {@link Lens#statistics} held. */
    Lens restore(Map<String, HostArray> statistics);
}
