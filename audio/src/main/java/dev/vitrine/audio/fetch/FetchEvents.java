package dev.vitrine.audio.fetch;

/** Is told how the work goes on. */
public interface FetchEvents {
    /**
     * A long piece of work begins, and the one before has ended.
     *
     * @param task in words
     * @param bytes how many there are, roughly
     * @param done how many of them were done before
     */
    void begin(String task, long bytes, long done);

    /** So many bytes are done. */
    void at(long bytes);

    /** Something happened that the user may want to know: one line. */
    void note(String line);
}
