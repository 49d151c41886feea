package dev.vitrine.experiments.cli;

import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.experiments.recipe.CatsDogsData;
import dev.vitrine.experiments.recipe.DataSource;
import java.io.IOException;
import java.util.Locale;

/** Reads or makes clips, shows how far it is, and names those that cannot be used. */
final class ClipLoading {
    private static final int NAMED = 20;

    private ClipLoading() {}

    static ClipSet load(DataSource source, Strictness strictness, Console console) throws IOException {
        ClipSet clips;
        try (Progress progress = console.progress(source.synthesises() ? "sounds" : "clips", 1, 0)) {
            clips = CatsDogsData.load(source, strictness, (done, of) -> {});
        }
        console.warn(String.format(
                Locale.ROOT,
                "data: %s: %d clips of %s, %d of %s, %.0f s in all",
                source.words(),
                clips.count(0),
                clips.classes().get(0),
                clips.count(1),
                clips.classes().get(1),
                clips.seconds()));
        int together = clips.clips().size() - clips.recordings();
        if (together > 0) {
            console.warn(clips.clips().size() + " clips come from " + clips.recordings()
                    + " recordings: those that share sound stay on one side of a split");
        }
        clips.skipped().stream().limit(NAMED).forEach(line -> console.warn("skipped: " + line));
        if (!clips.skipped().isEmpty()) {
            console.warn(clips.skipped().size() + " files were skipped; --strict stops at the first");
        }
        return clips;
    }
}
