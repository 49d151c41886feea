package dev.vitrine.audio.io;

import java.nio.file.Path;

/** From telephones of the slowest kind to the fastest converters; the rest is a header that lies. */
final class SampleRates {
    private static final int SLOWEST = 1_000;
    private static final int FASTEST = 768_000;

    private SampleRates() {}

    /** Refuses a rate that cannot be, given as 32 bits without a sign. */
    static void require(Path file, long at, int rate) throws AudioFileException {
        if (rate < SLOWEST || rate > FASTEST) {
            throw new AudioFileException(
                    file,
                    at,
                    "the file says its sample rate is " + (rate & 0xFFFFFFFFL)
                            + " Hz; expected 1000 to 768000; record or copy it again");
        }
    }
}
