package dev.vitrine.audio.dataset;

/** Is told how many of how many files have been read. */
@FunctionalInterface
public interface ReadProgress {
    /** Called after each file, from one thread at a time. */
    void read(int done, int of);
}
