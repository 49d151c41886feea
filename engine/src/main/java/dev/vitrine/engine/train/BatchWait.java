package dev.vitrine.engine.train;

import java.util.Locale;

/**
 * How long training waited for its batches. Only such time counts in which the device had nothing left to do: the host may
 * well wait while the device is busy with what lies in its queue.
 *
 * @param waitedSeconds in which a batch was not ready and the device had come to the end of its queue; at most, as that is
 *     looked at from time to time
 * @param trainedSeconds from the first batch that was asked for to the last loss that was read
 */
public record BatchWait(double waitedSeconds, double trainedSeconds) {
    /** Nothing has been trained yet. */
    public static final BatchWait NONE = new BatchWait(0, 0);

    /** Both together. */
    public BatchWait plus(BatchWait other) {
        return new BatchWait(waitedSeconds + other.waitedSeconds, trainedSeconds + other.trainedSeconds);
    }

    /** The share of the time, 0 to 1; 0 before anything has been trained. */
    public double share() {
        return trainedSeconds == 0 ? 0 : waitedSeconds / trainedSeconds;
    }

    /** In words, as {@code waited for batches 0.4 % of 62.1 s of training}. */
    public String words() {
        return String.format(
                Locale.ROOT, "waited for batches %.1f %% of %.1f s of training", 100 * share(), trainedSeconds);
    }
}
