package dev.vitrine.engine.train;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes the next batch on a thread of its own while the device works on the present one. */
final class Prefetch implements AutoCloseable {
    private final Batches batches;
    private final ExecutorService loader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "batch loader");
        thread.setDaemon(true);
        return thread;
    });
    private long nextStep;
    private CompletableFuture<Batch> next;

    Prefetch(Batches batches, long firstStep) {
        this.batches = batches;
        this.nextStep = firstStep;
        this.next = load(firstStep);
    }

    private CompletableFuture<Batch> load(long step) {
        return CompletableFuture.supplyAsync(() -> batches.at(step), loader);
    }

    Batch take() {
        Batch batch = next.join();
        nextStep++;
        next = load(nextStep);
        return batch;
    }

    @Override
    public void close() {
        loader.shutdownNow();
    }
}
