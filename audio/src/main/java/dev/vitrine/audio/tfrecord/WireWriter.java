package dev.vitrine.audio.tfrecord;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes the messages that {@link Wire} reads. */
final class WireWriter {
    private WireWriter() {}

    /** Writes the fields of a message. */
    @FunctionalInterface
    interface Body {
        void write(CodedOutputStream out) throws IOException;
    }

    static byte[] message(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            body.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    static void features(CodedOutputStream out, int field, Map<String, Values> features) throws IOException {
        out.writeByteArray(field, message(all -> {
            for (Map.Entry<String, Values> entry : features.entrySet()) {
                entry(all, entry.getKey(), values(entry.getValue()));
            }
        }));
    }

    static void lists(CodedOutputStream out, Map<String, List<Values>> lists) throws IOException {
        out.writeByteArray(Wire.LISTS, message(all -> {
            for (Map.Entry<String, List<Values>> entry : lists.entrySet()) {
                entry(all, entry.getKey(), message(list -> {
                    for (Values values : entry.getValue()) {
                        list.writeByteArray(Wire.ITEM, values(values));
                    }
                }));
            }
        }));
    }

    private static void entry(CodedOutputStream out, String key, byte[] value) throws IOException {
        out.writeByteArray(Wire.ENTRY, message(entry -> {
            entry.writeString(Wire.KEY, key);
            entry.writeByteArray(Wire.VALUE, value);
        }));
    }

    private static byte[] values(Values values) {
        return message(out -> {
            if (values instanceof Values.Bytes bytes) {
                out.writeByteArray(Wire.BYTES, message(list -> {
                    for (byte[] item : bytes.items()) {
                        list.writeByteArray(Wire.ITEM, item);
                    }
                }));
            } else if (values instanceof Values.Floats floats) {
                out.writeByteArray(
                        Wire.FLOATS, message(list -> list.writeByteArray(Wire.ITEM, packed(floats.items()))));
            } else if (values instanceof Values.Longs longs) {
                out.writeByteArray(Wire.LONGS, message(list -> list.writeByteArray(Wire.ITEM, packed(longs.items()))));
            }
        });
    }

    private static byte[] packed(float[] items) {
        return message(out -> {
            for (float item : items) {
                out.writeFloatNoTag(item);
            }
        });
    }

    private static byte[] packed(long[] items) {
        return message(out -> {
            for (long item : items) {
                out.writeInt64NoTag(item);
            }
        });
    }
}
