package dev.vitrine.engine.op.view;

import java.util.Arrays;

/** Reads what the tables of views write as words. */
final class ViewSamples {
    private ViewSamples() {}

    /** Whole numbers with spaces between them. */
    static int[] numbers(String words) {
        return words.isEmpty()
                ? new int[0]
                : Arrays.stream(words.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
    }
}
