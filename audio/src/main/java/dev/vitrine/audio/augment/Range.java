package dev.vitrine.audio.augment;

/**
 * Numbers from which one is drawn, each equally likely.
 *
 * @param low the lowest
 * @param high the highest, at least {@code low}
 */
public record Range(double low, double high) {
    public Range {
        if (!(low <= high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException(
                    "a range must go from a number to one that is not less, got " + low + " to " + high);
        }
    }

    /** A range that holds one number. */
    public static Range of(double only) {
        return new Range(only, only);
    }

    /** Refuses a range of which a part cannot be. */
    Range requireAtLeast(double least, String what) {
        if (low < least) {
            throw new IllegalArgumentException(what + " must be at least " + least + ", got " + low);
        }
        return this;
    }
}
