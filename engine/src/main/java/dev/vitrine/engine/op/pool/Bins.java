package dev.vitrine.engine.op.pool;

/**
 * An axis of {@code length} positions cut into {@code count} bins of about the same size: bin o holds the positions from
 * floor(o * length / count) to ceil((o + 1) * length / count), the last one not included. Neighbouring bins share a
 * position where the count does not divide the length.
 */
record Bins(int length, int count) {
    /** The axis that a row has not. */
    static final Bins SINGLE = new Bins(1, 1);

    /** The first position of bin {@code o}. */
    int start(int o) {
        return (int) ((long) o * length / count);
    }

    /** One past the last position of bin {@code o}. */
    int end(int o) {
        return (int) (((o + 1L) * length + count - 1) / count);
    }

    /** The number of positions in bin {@code o}. */
    int size(int o) {
        return end(o) - start(o);
    }
}
