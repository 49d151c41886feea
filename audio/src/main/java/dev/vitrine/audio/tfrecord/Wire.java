package dev.vitrine.audio.tfrecord;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the few messages that examples are made of, field by field; fields that are not known are skipped.
 *
 * <pre>
 * Example         { Features features = 1; }
 * SequenceExample { Features context = 1; FeatureLists feature_lists = 2; }
 * FeatureLists    { map&lt;string, FeatureList&gt; feature_list = 1; }
 * FeatureList     { repeated Feature feature = 1; }
 * Features        { map&lt;string, Feature&gt; feature = 1; }
 * Feature         { oneof { BytesList bytes_list = 1; FloatList float_list = 2; Int64List int64_list = 3; } }
 * BytesList       { repeated bytes value = 1; }   and so float and int64, both packed or not
 * </pre>
 */
final class Wire {
    static final int FEATURES = 1;
    static final int CONTEXT = 1;
    static final int LISTS = 2;
    static final int BYTES = 1;
    static final int FLOATS = 2;
    static final int LONGS = 3;
    static final int ENTRY = 1;
    static final int KEY = 1;
    static final int VALUE = 2;
    static final int ITEM = 1;

    private static final int VARINT = 0;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;

    private Wire() {}

    /** Reads one field, or tells that it is not known. */
    @FunctionalInterface
    private interface Field {
        boolean read(int tag) throws IOException;
    }

    /** Reads one message up to its end. */
    @FunctionalInterface
    private interface Message<T> {
        T read(CodedInputStream in) throws IOException;
    }

    private static int tag(int field, int kind) {
        return field << 3 | kind;
    }

    private static void fields(CodedInputStream in, Field field) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!field.read(tag)) {
                in.skipField(tag);
            }
        }
    }

    private static <T> T nested(CodedInputStream in, Message<T> message) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        T read = message.read(in);
        in.checkLastTagWas(0);
        in.popLimit(outer);
        return read;
    }

    /** Lengths within the record are held against its own, so that a wrong one costs no memory. */
    private static CodedInputStream open(byte[] record) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(record);
        in.pushLimit(record.length);
        return in;
    }

    static Map<String, Values> example(byte[] record) throws IOException {
        CodedInputStream in = open(record);
        Map<String, Values> all = new TreeMap<>();
        fields(in, tag -> tag == tag(FEATURES, DELIMITED) && nested(in, m -> entries(m, Wire::values, all)));
        return all;
    }

    static SequenceExample sequence(byte[] record) throws IOException {
        CodedInputStream in = open(record);
        Map<String, Values> context = new TreeMap<>();
        Map<String, List<Values>> lists = new TreeMap<>();
        fields(in, tag -> {
            if (tag == tag(CONTEXT, DELIMITED)) {
                return nested(in, m -> entries(m, Wire::values, context));
            }
            return tag == tag(LISTS, DELIMITED) && nested(in, m -> entries(m, Wire::list, lists));
        });
        return new SequenceExample(new Example(context), lists);
    }

    /** A map is a list of messages with a key and a value each. */
    private static <T> boolean entries(CodedInputStream in, Message<T> value, Map<String, T> to) throws IOException {
        fields(in, tag -> tag == tag(ENTRY, DELIMITED) && nested(in, m -> entry(m, value, to)));
        return true;
    }

    private static <T> boolean entry(CodedInputStream in, Message<T> value, Map<String, T> to) throws IOException {
        List<String> key = new ArrayList<>();
        List<T> found = new ArrayList<>();
        fields(in, tag -> {
            if (tag == tag(KEY, DELIMITED)) {
                return key.add(in.readStringRequireUtf8());
            }
            return tag == tag(VALUE, DELIMITED) && found.add(nested(in, value));
        });
        if (key.size() != 1 || found.size() != 1) {
            throw new ExampleException(
                    "a feature has " + key.size() + " names and " + found.size() + " values; expected one of each");
        }
        to.put(key.get(0), found.get(0));
        return true;
    }

    private static List<Values> list(CodedInputStream in) throws IOException {
        List<Values> list = new ArrayList<>();
        fields(in, tag -> tag == tag(ITEM, DELIMITED) && list.add(nested(in, Wire::values)));
        return list;
    }

    /** A feature; one without any kind is an empty list of bytes. */
    private static Values values(CodedInputStream in) throws IOException {
        Values[] found = {new Values.Bytes(List.of())};
        fields(in, tag -> {
            if (tag == tag(BYTES, DELIMITED)) {
                found[0] = nested(in, Wire::bytes);
            } else if (tag == tag(FLOATS, DELIMITED)) {
                found[0] = nested(in, Wire::floats);
            } else if (tag == tag(LONGS, DELIMITED)) {
                found[0] = nested(in, Wire::longs);
            } else {
                return false;
            }
            return true;
        });
        return found[0];
    }

    private static Values bytes(CodedInputStream in) throws IOException {
        List<byte[]> items = new ArrayList<>();
        fields(in, tag -> tag == tag(ITEM, DELIMITED) && items.add(in.readByteArray()));
        return new Values.Bytes(items);
    }

    private static Values floats(CodedInputStream in) throws IOException {
        float[][] items = {new float[0]};
        int[] count = {0};
        fields(in, tag -> {
            if (tag == tag(ITEM, DELIMITED)) {
                int bytes = in.readRawVarint32();
                int outer = in.pushLimit(bytes);
                items[0] = Arrays.copyOf(items[0], count[0] + bytes / Float.BYTES);
                while (in.getBytesUntilLimit() > 0) {
                    items[0][count[0]++] = in.readFloat();
                }
                in.popLimit(outer);
                return true;
            }
            if (tag == tag(ITEM, FIXED32)) {
                items[0] = grown(items[0], count[0]);
                items[0][count[0]++] = in.readFloat();
                return true;
            }
            return false;
        });
        return new Values.Floats(Arrays.copyOf(items[0], count[0]));
    }

    private static float[] grown(float[] items, int count) {
        return count < items.length ? items : Arrays.copyOf(items, Math.max(8, 2 * count));
    }

    private static Values longs(CodedInputStream in) throws IOException {
        List<Long> items = new ArrayList<>();
        fields(in, tag -> {
            if (tag == tag(ITEM, DELIMITED)) {
                int outer = in.pushLimit(in.readRawVarint32());
                while (in.getBytesUntilLimit() > 0) {
                    items.add(in.readInt64());
                }
                in.popLimit(outer);
                return true;
            }
            return tag == tag(ITEM, VARINT) && items.add(in.readInt64());
        });
        return new Values.Longs(items.stream().mapToLong(Long::longValue).toArray());
    }
}
