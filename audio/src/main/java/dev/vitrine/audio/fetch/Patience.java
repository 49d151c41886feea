package dev.vitrine.audio.fetch;

import java.time.Duration;

/**
 * How long to try.
 *
 * @param attempts in a row of which none brings a byte
 * @param firstPause before the second attempt; each further pause is twice as long
 * @param longestPause where a server asks for a longer one, too
 * @param silence after which a connection is given up
 */
public record Patience(int attempts, Duration firstPause, Duration longestPause, Duration silence) {
    /** For the network as it is. */
    public static final Patience USUAL =
            new Patience(6, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(60));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is no attempt, or a time is negative
     */
    public Patience {
        if (attempts < 1 || firstPause.isNegative() || longestPause.isNegative() || silence.isNegative()) {
            throw new IllegalArgumentException("patience: %d attempts, %s, %s, %s; expected at least one, and times"
                    .formatted(attempts, firstPause, longestPause, silence));
        }
    }

    /** Before the next attempt, after so many failed in a row. */
    Duration pause(int failed) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failed - 1, 20));
        return shorter(pause);
    }

    Duration shorter(Duration pause) {
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
