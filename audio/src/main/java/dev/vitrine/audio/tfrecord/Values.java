package dev.vitrine.audio.tfrecord;

import java.util.List;

/** The values of one feature of an example: all of one kind, any number of them. */
public sealed interface Values {
    /** How many there are. */
    int count();

    /** Strings of bytes, text among them. */
    record Bytes(List<byte[]> items) implements Values {
        public Bytes {
            items = List.copyOf(items);
        }

        @Override
        public int count() {
            return items.size();
        }
    }

    /** Numbers in float32. */
    record Floats(float[] items) implements Values {
        @Override
        public int count() {
            return items.length;
        }
    }

    /** Whole numbers. */
    record Longs(long[] items) implements Values {
        @Override
        public int count() {
            return items.length;
        }
    }
}
