package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.CatsDogs;
import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.CatsDogsSynth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The clips that a run is made from: recordings, or sounds that the program makes itself. */
public final class CatsDogsData {
    private CatsDogsData() {}

    /**
     * Reads or makes the clips.
     *
     * @throws IOException if the folder cannot be used; one line
     */
    public static ClipSet load(DataSource source, Strictness strictness, ReadProgress progress) throws IOException {
        return source.synthesises()
                ? synthesised(source.clipsPerClass(), source.seed(), progress)
                : CatsDogs.load(Path.of(source.folder()), strictness, progress);
    }

    private static ClipSet synthesised(int perClass, long seed, ReadProgress progress) {
        List<Clip> clips = new ArrayList<>();
        for (int label = 0; label < 2; label++) {
            for (int i = 0; i < perClass; i++) {
                String name = String.format(Locale.ROOT, "%s_%03d.wav", CatsDogs.CLASSES.get(label), i + 1);
                long clipSeed = seed * 1_000_003 + 2L * i + label;
                float[] samples = label == 0 ? CatsDogsSynth.meow(clipSeed) : CatsDogsSynth.bark(clipSeed);
                clips.add(new Clip(name, label, new Waveform(samples, CatsDogsSynth.SAMPLE_RATE), name));
                progress.read(clips.size(), 2 * perClass);
            }
        }
        return new ClipSet(CatsDogs.CLASSES, clips, List.of());
    }
}
