package dev.vitrine.experiments.audioset;

import dev.vitrine.audio.audioset.AudioSet;
import dev.vitrine.audio.audioset.ClassLabels;
import dev.vitrine.audio.audioset.EmbeddingSynth;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.experiments.recipe.DataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Sets of embeddings, each read or made once, however many sounds are looked for in it. */
public final class EmbeddingSets {
    private final Map<DataSource, LabelledSet> known = new HashMap<>();

    /** A set with the table of its classes. */
    record LabelledSet(ItemSet items, ClassLabels labels) {}

    LabelledSet get(DataSource source, ReadProgress progress) throws IOException {
        LabelledSet set = known.get(source);
        if (set == null) {
            set = source.synthesises() ? made(source) : read(Path.of(source.folder()), progress);
            known.put(source, set);
        }
        return set;
    }

    private static LabelledSet made(DataSource source) {
        return new LabelledSet(EmbeddingSynth.set(source.clipsPerClass(), source.seed()), EmbeddingSynth.labels());
    }

    private static LabelledSet read(Path folder, ReadProgress progress) throws IOException {
        ItemSet items = AudioSet.load(folder, clip -> true, progress);
        return new LabelledSet(items, ClassLabels.read(AudioSet.table(folder, ClassLabels.FILE_NAME)));
    }
}
