package dev.vitrine.audio.feature;

/** Mono samples that come one block after another, so that a long sound need not be held whole. */
@FunctionalInterface
public interface SampleSource {
    /**
     * Writes the next samples to {@code into}, from index {@code from} on.
     *
     * @return how many, at most {@code count}; 0 at the end of the sound
     * @throws java.io.UncheckedIOException if they cannot be read
     */
    int read(float[] into, int from, int count);
}
