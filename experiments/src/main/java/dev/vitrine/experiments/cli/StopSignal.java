package dev.vitrine.experiments.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries Ctrl-C (and a plain {@code kill}) to a loop that can end itself in good order.
 *
 * <p>A loop that polls {@link #requested} runs inside {@link #heed}: the process then waits until it
 * has ended. Where nobody heeds, the process ends at once.
 */
final class StopSignal {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean requested;
    private int heeding;

    /** Runs work that polls the signal, ends itself soon after, and leaves everything in good order. */
    void heed(Work work) throws IOException {
        add(1);
        try {
            work.run();
        } finally {
            add(-1);
        }
    }

    boolean requested() {
        lock.lock();
        try {
            return requested;
        } finally {
            lock.unlock();
        }
    }

    /** Asks for a stop and waits until nobody is left who wants to end in good order. */
    void requestAndWait(Console console, Duration limit) {
        lock.lock();
        try {
            requested = true;
            if (heeding > 0) {
                console.warn("Stopping: the run writes its checkpoint ...");
            }
            awaitNobody(limit.toNanos());
        } finally {
            lock.unlock();
        }
    }

    private void awaitNobody(long nanos) {
        try {
            long left = nanos;
            while (heeding > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(int loops) {
        lock.lock();
        try {
            heeding += loops;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Work that may fail as files do. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }
}
