package dev.vitrine.engine.train;

/** Where batches come from. */
@FunctionalInterface
public interface Batches {
    /**
     * The batch of a step, counted from 0: the same step always gives the same batch.
     *
     * <p>Called from loader threads: from one at a time, or from several at once after
     * {@link TrainingLoop#loadedBy}.
     */
    Batch at(long step);
}
