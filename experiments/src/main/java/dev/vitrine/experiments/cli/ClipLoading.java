package dev.vitrine.experiments.cli;

import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Material;
import java.io.IOException;
import java.util.List;

/** Reads or makes clips, shows how far it is, and names those that cannot be used. */
final class ClipLoading {
    private static final int NAMED = 20;

    private ClipLoading() {}

    static Material load(Experiment experiment, DataSource source, Strictness strictness, Console console)
            throws IOException {
        Material material;
        try (Progress progress = console.progress(source.synthesises() ? "sounds" : "clips", 1, 0)) {
            material = experiment.load(source, strictness, (done, of) -> {});
        }
        List<String> words = material.words();
        console.warn("data: " + source.words() + ": " + words.get(0));
        words.stream().skip(1).forEach(console::warn);
        material.skipped().stream().limit(NAMED).forEach(line -> console.warn("skipped: " + line));
        if (!material.skipped().isEmpty()) {
            console.warn(material.skipped().size() + " files were skipped; --strict stops at the first");
        }
        return material;
    }
}
