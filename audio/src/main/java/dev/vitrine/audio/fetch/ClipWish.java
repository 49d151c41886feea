package dev.vitrine.audio.fetch;

import java.time.Duration;
import java.util.List;

/**
 * Which clips are wanted, and how.
 *
 * @param classes names or identifiers
 * @param most clips of each class
 * @param pause between two videos, so that the server is not pressed
 * @param sampleRate of the files, in Hz
 */
public record ClipWish(List<String> classes, int most, Duration pause, int sampleRate) {
    private static final int LOWEST_RATE = 4_000;
    private static final int HIGHEST_RATE = 192_000;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is none; one line for the user
     */
    public ClipWish {
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("expected a class, as in --class Cat,Bark");
        }
        if (most < 1 || pause.isNegative() || sampleRate < LOWEST_RATE || sampleRate > HIGHEST_RATE) {
            throw new IllegalArgumentException(
                    "at most %d clips, %s s apart, at %d Hz; expected at least one clip, no less than 0 s, %d to %d Hz"
                            .formatted(most, pause.toMillis() / 1000.0, sampleRate, LOWEST_RATE, HIGHEST_RATE));
        }
    }
}
