package dev.vitrine.engine.train;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes the next batches, one per thread, while the device works on the present one. They are handed out in the order of
 * their steps, whichever is ready first: how many threads there are changes nothing but the time.
 */
final class Prefetch implements AutoCloseable {
    private final Batches batches;
    private final ExecutorService loaders;
    private final Queue<CompletableFuture<Batch>> ahead = new ArrayDeque<>();
    private long nextLoaded;
    private long nextTaken;

    Prefetch(Batches batches, long firstStep, int threads) {
        this.batches = batches;
        this.nextLoaded = firstStep;
        this.nextTaken = firstStep;
        this.loaders = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "batch loader");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < threads; i++) {
            load();
        }
    }

    private void load() {
        long step = nextLoaded++;
        ahead.add(CompletableFuture.supplyAsync(() -> batches.at(step), loaders));
    }

    /** Whether the next batch is the one of {@code step} from {@code source}. */
    boolean goesOnWith(Batches source, long step) {
        return source == batches && step == nextTaken;
    }

    /** Whether the next batch is there. */
    boolean isReady() {
        return ahead.element().isDone();
    }

    /** Waits for the next batch, but no longer than that. */
    void await(long nanos) {
        try {
            ahead.element().get(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // isReady() says the first, take() throws the second
        }
    }

    /** The next batch; throws what kept it from being made. */
    Batch take() {
        Batch batch = ahead.element().join();
        ahead.remove();
        nextTaken++;
        load();
        return batch;
    }

    @Override
    public void close() {
        loaders.shutdownNow();
    }
}
