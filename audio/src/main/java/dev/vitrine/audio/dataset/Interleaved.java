package dev.vitrine.audio.dataset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Takes one element of each stream in turn; a stream that is at its end drops out. */
public final class Interleaved<T> implements Iterator<T> {
    private final Deque<Iterator<T>> streams = new ArrayDeque<>();

    /** Several streams as one, beginning with the first. */
    public Interleaved(List<? extends Iterator<T>> streams) {
        streams.stream().filter(Iterator::hasNext).forEach(this.streams::add);
    }

    @Override
    public boolean hasNext() {
        return !streams.isEmpty();
    }

    @Override
    public T next() {
        Iterator<T> stream = streams.poll();
        if (stream == null) {
            throw new NoSuchElementException("all streams are at their end");
        }
        T next = stream.next();
        if (stream.hasNext()) {
            streams.add(stream);
        }
        return next;
    }
}
