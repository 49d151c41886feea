package dev.vitrine.experiments.features;

import dev.vitrine.audio.feature.Feature;
import dev.vitrine.audio.feature.FeatureSink;
import dev.vitrine.engine.io.NpyColumns;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes each feature of one file as {@code stem.feature.npy}; none takes its name before all are whole. */
final class NpyFiles implements FeatureSink, Closeable {
    private final Path stem;
    private final Path workshop;
    private final Map<Feature, NpyColumns> files = new EnumMap<>(Feature.class);
    private final List<Path> targets = new ArrayList<>();

    /**
     * Begins nothing yet.
     *
     * @param stem of the files, in a folder that exists
     * @param workshop a folder in the same file system for unfinished files, of this clip alone
     */
    NpyFiles(Path stem, Path workshop) {
        this.stem = stem;
        this.workshop = workshop;
    }

    @Override
    public void begin(Feature feature, int rows, int columns) {
        Path target = stem.resolveSibling(stem.getFileName() + "." + feature.word() + ".npy");
        try {
            files.put(feature, new NpyColumns(target, workshop.resolve(feature.word()), rows, columns));
            targets.add(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void column(Feature feature, int t, double[] values) {
        NpyColumns file = files.get(feature);
        if (file == null) {
            throw new IllegalStateException(feature + " was not begun");
        }
        try {
            file.add(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives all files their names, and says which they are. */
    List<Path> finish() throws IOException {
        for (NpyColumns file : files.values()) {
            file.finish();
        }
        return targets;
    }

    @Override
    public void close() throws IOException {
        for (NpyColumns file : files.values()) {
            file.close();
        }
        Files.deleteIfExists(workshop);
    }
}
