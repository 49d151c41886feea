package dev.vitrine.experiments.catsdogs;

import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Segmenting;
import dev.vitrine.audio.feature.ClipStatistics;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.recipe.Material;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Sounds of cats and dogs. A clip's summary is mean, deviation and maximum of each of its mel bands, in decibels. */
public final class CatsDogsMaterial implements Material {
    private final ClipSet set;
    private final Segmenting segmenting;
    private final Map<String, Clip> byName = new HashMap<>();

    /** Clips of two classes. */
    public CatsDogsMaterial(ClipSet set, Segmenting segmenting) {
        this.set = set;
        this.segmenting = segmenting;
        set.clips().forEach(clip -> byName.put(clip.name(), clip));
    }

    /** The clip of that name. */
    public Clip clip(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    @Override
    public List<String> classes() {
        return set.classes();
    }

    @Override
    public List<Labelled> clips() {
        return List.copyOf(set.clips());
    }

    @Override
    public Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new HashMap<>();
        set.clips().forEach(clip -> fingerprints.put(clip.name(), clip.fingerprint()));
        return fingerprints;
    }

    @Override
    public List<String> skipped() {
        return set.skipped();
    }

    @Override
    public List<String> words() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d clips of %s, %d of %s, %.0f s in all",
                set.count(0),
                set.classes().get(0),
                set.count(1),
                set.classes().get(1),
                set.seconds()));
        if (set.recordings() < set.clips().size()) {
            lines.add(set.clips().size() + " clips come from " + set.recordings()
                    + " recordings: those that share sound stay on one side of a split");
        }
        return lines;
    }

    @Override
    public double[] summary(Labelled clip) {
        return ClipStatistics.logMelStatistics(clip(clip.name()).sound());
    }

    /** Each clip or window is scaled by itself: there is nothing to learn. */
    @Override
    public Lens fit(List<Labelled> train) {
        return new SecondsLens(this, segmenting);
    }

    @Override
    public Lens restore(Map<String, HostArray> statistics) {
        return new SecondsLens(this, segmenting);
    }
}
