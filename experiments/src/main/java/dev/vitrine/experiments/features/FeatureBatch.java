package dev.vitrine.experiments.features;

import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Makes the outputs of many files in parallel, one that cannot be read does not stop the rest. */
public final class FeatureBatch {
    private static final int PATIENCE_SECONDS = 60;

    private FeatureBatch() {}

    /**
     * What came of it.
     *
     * @param done files whose outputs are there now
     * @param remembered how many of these were made by an earlier run
     * @param unreadable one line for each file that could not be used
     * @param notes one line for each feature that a file cannot have
     */
    public record Outcome(int done, int remembered, List<String> unreadable, List<String> notes) {}

    /**
     * Makes all outputs.
     *
     * @param strictness whether a file that cannot be used stops everything
     * @param progress is told how many files are done
     * @param stop asked between files
     * @throws UserError if a file cannot be used and that stops everything
     * @throws IOException if an output cannot be written
     */
    public static Outcome make(
            FeaturePlan plan,
            List<SoundFiles.Item> items,
            Strictness strictness,
            IntConsumer progress,
            BooleanSupplier stop)
            throws IOException {
        Ledger ledger = Ledger.open(plan.out());
        FeatureMaker maker = new FeatureMaker(plan, ledger);
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<FeatureMaker.Made>> futures = new ArrayList<>();
            for (SoundFiles.Item item : items) {
                futures.add(pool.submit(() -> maker.make(item)));
            }
            return new FeatureBatch().collect(plan, items, futures, strictness, progress, stop);
        } finally {
            close(pool);
        }
    }

    /** Nothing may be written to the folder any more once the batch is over, whatever ended it. */
    private static void close(ExecutorService pool) {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a file is still being read " + PATIENCE_SECONDS + " s after the stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome collect(
            FeaturePlan plan,
            List<SoundFiles.Item> items,
            List<Future<FeatureMaker.Made>> futures,
            Strictness strictness,
            IntConsumer progress,
            BooleanSupplier stop)
            throws IOException {
        List<String> unreadable = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        FeatureTable table = new FeatureTable(plan);
        int remembered = 0;
        for (int i = 0; i < futures.size() && !stop.getAsBoolean(); i++) {
            FeatureMaker.Made made = await(futures.get(i));
            if (made.problem().isPresent()) {
                if (strictness == Strictness.STRICT) {
                    throw new UserError(made.problem().get());
                }
                unreadable.add(made.problem().get());
            } else {
                remembered += made.remembered() ? 1 : 0;
                made.entry().notes().forEach(note -> notes.add(note));
                table.add(items.get(i).file(), made.entry().cells());
            }
            progress.accept(i + 1);
        }
        int done = table.size();
        if (plan.format() == FeatureFormat.CSV && done > 0 && !stop.getAsBoolean()) {
            table.write();
        }
        return new Outcome(done, remembered, unreadable, notes);
    }

    private static FeatureMaker.Made await(Future<FeatureMaker.Made> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for features", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof UncheckedIOException unchecked) {
                throw new IOException(String.valueOf(cause.getMessage()), unchecked);
            } else if (cause instanceof IOException io) {
                throw new IOException(io.getMessage(), io);
            } else if (cause instanceof OutOfMemoryError memory) {
                throw memory;
            }
            throw new IllegalStateException("a feature failed: " + cause, cause);
        }
    }
}
