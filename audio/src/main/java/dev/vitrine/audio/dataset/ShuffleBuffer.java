package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Shuffles a stream that is too long for memory, as far as a buffer reaches: the buffer is filled, then a random element
 * goes out and the next one of the stream takes its place. Nothing can come out more than {@code size - 1} places earlier
 * than it stood, so a stream that is sorted by class stays nearly so if the buffer is small: {@link BatchPurity} measures
 * it.
 *
 * <p>As {@code shuffle} of TensorFlow's {@code tf.data}.
 */
public final class ShuffleBuffer<T> implements Iterator<T> {
    private final Iterator<T> source;
    private final int size;
    private final Draw draw;
    private final List<T> buffer = new ArrayList<>();

    /**
     * A buffer before a stream.
     *
     * @param size elements in memory; 1 leaves the order as it is
     */
    public ShuffleBuffer(Iterator<T> source, int size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("a shuffle buffer holds at least 1 element, got " + size);
        }
        this.source = source;
        this.size = size;
        this.draw = Draw.of(seed, 0x5B0F);
    }

    @Override
    public boolean hasNext() {
        return !buffer.isEmpty() || source.hasNext();
    }

    @Override
    public T next() {
        while (buffer.size() < size && source.hasNext()) {
            buffer.add(source.next());
        }
        if (buffer.isEmpty()) {
            throw new NoSuchElementException("the stream is at its end");
        }
        int chosen = draw.below(buffer.size());
        T last = buffer.remove(buffer.size() - 1);
        return chosen == buffer.size() ? last : buffer.set(chosen, last);
    }
}
