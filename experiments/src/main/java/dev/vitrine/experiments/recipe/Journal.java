package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.Batches;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes down how a fold fares, for {@code diagnose}: in {@code layers.csv} what {@link Probe} finds after each epoch, in
 * {@code batches.csv} the classes of every batch. It changes nothing: a run comes to the same bits with it and without.
 */
final class Journal implements Closeable {
    /** Inputs that layers are shown to find out which channels are dead. */
    private static final int SHOWN = 64;

    /** Sets of more classes get no count for each. */
    private static final int MOST_CLASSES = 128;

    private final Probe probe;
    private final ClassCounts batches;
    private final int fold;
    private final int classes;
    private final int batchSize;
    private final MetricsFile layersFile;
    private final MetricsFile batchesFile;

    /**
     * Goes on with the files of a run, or begins them.
     *
     * @param step of all folds, that the fold begins at or goes on from
     */
    Journal(RunFolder folder, Network network, Batches source, int classes, int fold, int batchSize, long step)
            throws IOException {
        this.probe = new Probe(network);
        this.batches = new ClassCounts(source, classes);
        this.fold = fold;
        this.classes = classes;
        this.batchSize = batchSize;
        this.layersFile = open(folder.layers(), with("epoch", probe.columns()), step);
        this.batchesFile = open(folder.batches(), with("batch", classColumns()), step);
    }

    private static List<String> with(String second, List<String> more) {
        return Stream.concat(Stream.of("fold", second), more.stream()).toList();
    }

    private List<String> classColumns() {
        List<String> columns = new ArrayList<>();
        for (int k = 0; k < Math.min(classes, MOST_CLASSES); k++) {
            columns.add("class_" + k);
        }
        return columns;
    }

    private static MetricsFile open(Path path, List<String> columns, long step) throws IOException {
        return Files.exists(path) ? MetricsFile.resume(path, columns, step) : MetricsFile.create(path, columns);
    }

    /** The batches that training is to take. */
    Batches batches() {
        return batches;
    }

    /** Called before the last step of an epoch. */
    void beforeLastStep() {
        probe.beforeStep();
    }

    /**
     * An epoch is over.
     *
     * @param offset steps of earlier folds
     * @param from first step of the epoch in this fold, inclusive
     * @param to last step, exclusive
     */
    void finishEpoch(int epoch, long offset, long from, long to) throws IOException {
        List<int[]> counts = batches.take(from, to);
        long first = to - counts.size();
        for (int i = 0; i < counts.size(); i++) {
            long step = first + i + 1;
            batchesFile.append(new MetricsFile.Row(offset + step, row(step, counts.get(i))));
        }
        List<Double> values = new ArrayList<>(List.of((double) fold, (double) epoch));
        values.addAll(probe.measure(shown(from, to)));
        layersFile.append(new MetricsFile.Row(offset + to, values));
        batches.take(Math.max(0, to - SHOWN), to); // what was only shown
    }

    private List<Double> row(long batch, int[] counts) {
        List<Double> row = new ArrayList<>(List.of((double) fold, (double) batch));
        Arrays.stream(counts).limit(MOST_CLASSES).forEach(count -> row.add((double) count));
        return row;
    }

    /** The last batches of the epoch. */
    private List<Batch> shown(long from, long to) {
        int wanted = Math.max(1, SHOWN / batchSize);
        List<Batch> shown = new ArrayList<>();
        for (long step = to - 1; step >= from && shown.size() < wanted; step--) {
            shown.add(batches.at(step));
        }
        return shown;
    }

    /** What broke: the norms of the gradients in the last step. */
    Failure failure(String message) {
        return new Failure(message, fold, probe.gradients());
    }

    @Override
    public void close() throws IOException {
        try (layersFile;
                batchesFile) {
            batches.take(0, 0);
        }
    }
}
