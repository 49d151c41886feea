package dev.vitrine.engine.train;

/** Where batches come from. */
@FunctionalInterface
public interface Batches {
    /** The batch of a step, counted from 0: the same step always gives the same batch. Called from a loader thread. */
    Batch at(long step);
}
